//! Sums along the graph: latency, rate, cost, retention.

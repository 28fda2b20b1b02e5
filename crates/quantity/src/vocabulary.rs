//! The words we know and what they may mean beside a figure: one row per meaning, phrases parted by commas.
//!
//! Hyphens are spaces here. A longer phrase wins over a shorter one that begins it.

use crate::Compare::{About, AtLeast, AtMost};
use crate::phrase::Sense::{self, *};
use crate::{Dimension as D, Guarantee as G, Qualifier as Q};

/// Every meaning, and the phrases that have it.
#[rustfmt::skip]
pub(crate) const ROWS: &[(&[Sense], &str)] = &[
    (&[Bound(AtMost)],
     "as much as, at most, can't exceed, cannot exceed, capped at, faster than, fewer than, less than, \
      limited to, lower than, never above, never exceed, never exceeds, never more than, no greater than, \
      no later than, no longer than, no more than, no worse than, not above, not exceed, not exceeding, \
      not longer than, not more than, not over, not to exceed, shorter than, smaller than, upper bound, \
      without exceeding, won't exceed"),
    (&[Near(AtMost)], "below, beneath, sub, under, up to"),
    (&[Near(AtMost), Weak(D::Latency)], "inside, within"),
    (&[Takes], "in"),
    (&[Not], "can't, cannot, doesn't, don't, mustn't, never, no circumstances, not, shouldn't, won't"),
    (&[], "a, agreed, an, are, in order to, is, off peak, offpeak, degraded from, degraded to, degrades from, degrades to, be, goal, its, of, our, target, that, the, their, this, threshold"),
    (&[After(AtMost)],
     "and below, and under, at the most, at worst, or below, or faster, or fewer, or less, or lower, or \
      sooner, or under"),
    (&[Bound(AtLeast)],
     "at least, bigger than, exceed, exceeding, exceeds, floor, greater than, higher than, larger than, \
      longer than, more than, never below, never under, no fewer than, no less than, north of, not below, \
      not less than, older than, target at least, upwards of"),
    (&[Near(AtLeast)], "above, beyond, over"),
    (&[After(AtLeast)], "and above, and up, at the least, or above, or greater, or higher, or longer, or more"),
    (&[Either(AtMost)], "cap, ceiling, ceiling of, hard limit, limit, max, maximum, tops, worst case"),
    (&[Either(AtLeast)], "min, minimum"),
    (&[Near(About)],
     "about, almost, approx, approximately, around, ca, circa, close to, est, estimated, in the region of, \
      nearly, on the order of, order of, roughly, somewhere around, typically"),
    (&[After(About)], "give or take, ish, or so"),
    (&[And], "and, because, but, else, or, otherwise, then, whereas, which, while, whose, with"),
    (&[Cue(D::Latency)],
     "ack, acks, adds, answer, answers, click to insight, cold start, cold starts, decision, decisions, delay, \
      delays, deletion, detection, erased, erasure, execution time, in line, inference time, inline, latencies, latency, load time, loads in, \
      lookup, lookup time, lookups, pause, pauses, processing time, query time, queryable, read time, \
      replies, reply, respond, responding, responds, response time, response times, responses, right to be forgotten, round trip, \
      rtt, run time, runtime, scoring time, service time, start up, startup, swipe to block, time budget, \
      time to detect, time to first byte, time to insight, ttfb, turnaround, visible, write time"),
    (&[Weak(D::Latency), Weak(D::Availability)], "service level, sla, slas, sli, slo, slos"),
    (&[Weak(D::Latency)], "deadline of, inference, processing, scoring, takes, took"),
    (&[Bound(AtMost), Cue(D::Freshness)], "at most as old as, no older than, not older than, younger than"),
    (&[Cue(D::Cost), Either(AtMost)], "budget of, cost budget, cost cap, cost ceiling"),
    (&[Cue(D::Latency), Either(AtMost)], "latency budget, time limit"),
    (&[Either(AtMost), Weak(D::Latency)], "budget"),
    (&[Cue(D::Latency), Narrow(Q::EndToEnd)], "e2e latency, end to end latency"),
    (&[Narrow(Q::EndToEnd), Weak(D::Latency)], "e2e, end to end, overall, whole path"),
    (&[Narrow(Q::PerHop)], "a hop, each hop, per hop, per stage, per step"),
    (&[Narrow(Q::Tail)], "tail, tail latency"),
    (&[Percentile(50.0)], "median"),
    (&[Cue(D::Freshness), Noun("messages")], "consumer lag, lag, lagging, lags, replication lag"),
    (&[Noun("items")], "batch size, batches of, in flight, queue depth, queue length, queue size"),
    (&[Cue(D::Freshness)],
     "age, aggregates, aggregation, aggregations, allowed lateness, batch, batch interval, batched, \
      batches, behind, cadence, cron, cycle, cycles, data age, data delay, flush, flushed, \
      flushes, fresh, freshness, granularity, incremental load, incremental loads, ingested, interval, \
      intervals, landed, lands, late, late data, lateness, micro batch, micro batches, \
      micro batching, microbatch, microbatches, old, out of date, poll, polled, polling, polls, processing \
      time trigger, processing trigger, refresh, refreshed, refreshes, refreshing, \
      rollup, rollups, run, runs, schedule, scheduled, sliding window, stale, staleness, staleness bound, \
      sync, synced, syncs, trigger, triggers, tumbling window, tumbling windows, up to date, update \
      interval, updated, updates, watermark, watermarks, window, windows"),
    (&[Cue(D::Freshness), Every], "every"),
    (&[Cue(D::Retention)],
     "archival, archive, archived, archives, cached for, days of data, delete after, deleted after, expire, expired, \
      expires, expiry, held, historical, history, hold, holds, keep, keep for, keeps, kept, lifecycle, log \
      retention, look back, lookback, persist, persisted, preserve, preserved, purge, purged, retain, \
      retained, retaining, retains, retention, rolling, save for, saved for, store for, stored, stored \
      for, stores, time travel, ttl, vacuum, worth of"),
    (&[Weak(D::Retention)], "buffer, buffered, buffers"),
    (&[Weak(D::Retention), Narrow(Q::Hot)], "hot, hot storage, hot tier"),
    (&[Weak(D::Retention), Narrow(Q::Warm)], "warm, warm tier"),
    (&[Weak(D::Retention), Narrow(Q::Cold)], "cold, cold storage, cold tier, frozen, glacier"),
    (&[Narrow(Q::RecoveryTime)],
     "back in, back online, back up in, back within, catch up, catches up, cleared, clears, drain, drained, drains, \
      mitigated, mitigation, mttr, rebuild, rebuilds, recover, recovered, recovering, recovers, recovery, recovery time, recovery \
      time objective, resolved, restart, restarted, restarts, restore, restored, restores, rto, self heals, time to \
      mitigate, time to recover, time to recovery, time to repair, time to restore"),
    (&[Narrow(Q::RecoveryPoint)], "data loss of, data loss window, lose, loses, losing, max data loss, recovery point, recovery point objective, rpo"),
    (&[Nothing(Q::RecoveryPoint)], "no data loss, no event is lost, no event lost, no events lost, no loss, nothing is lost, nothing lost, rpo zero, zero data loss, zero loss, zero rpo"),
    (&[Cue(D::Availability)],
     "availability, available, durability, durable, reliability, service level objective, success rate, \
      uptime"),
    (&[Down], "down"),
    (&[Down, Narrow(Q::RecoveryTime)], "downtime, outage, outages, unavailability"),
    (&[Cue(D::EventSize)],
     "average event, average message, average record, average size, avg event, avg message, avg size, \
      document size, each event, each message, event size, events of, item size, message size, messages \
      of, msg size, object size, payload, payload size, per event, record size, request body, request size, response body, row size"),
    (&[Cue(D::Size)], "capacity, data size, dataset, disk, footprint, in total, on disk, storage, total size"),
    (&[Cue(D::Cost)], "bill, cost, costs, price, priced, pricing, spend, tco"),
    (&[Narrow(Q::Average)],
     "average, averaged, averages, averaging, avg, baseline, daily average, mean, normal, on average, steady, steady state, sustained, \
      typical"),
    (&[Narrow(Q::Peak)], "at peak, busiest, peak, peak hour, peak hours, peak load, peak traffic, peaked, peaking, peaks"),
    (&[Cadence(86_400.0)], "each night, end of day, every evening, every morning, every night, overnight, per night"),
    (&[Narrow(Q::Spike)],
     "black friday, burst, bursting, bursts, bursty, cyber monday, flash sale, holiday, holiday sale, \
      holidays, on holidays, prime day, sale, singles day, spike, spike of, spiked, spikes, spiking, \
      spiky, super bowl, surge, surges, traffic spike"),
    (&[Cue(D::Accuracy)],
     "accuracy, accurate, auc, f1, f1 score, confidence, correct, correctness, data quality, error margin, margin of \
      error, tolerance"),
    (&[Narrow(Q::FalsePositives)],
     "false alarm, false alarms, false decline, false declines, false positive, false positive rate, false \
      positives, fp, fp rate, fpr, fps, good transactions blocked, wrongly blocked"),
    (&[Narrow(Q::FalseNegatives)], "false negative, false negative rate, false negatives, fn rate, fnr, miss rate, missed fraud, misses"),
    (&[Cue(D::Latency), Narrow(Q::Recall)], "detect, detected, detects"),
    (&[Narrow(Q::Recall)], "catch, catches, caught, detection rate, hit rate on fraud, recall, sensitivity, tpr, true positive rate"),
    (&[Narrow(Q::Precision)], "precision"),
    (&[Narrow(Q::ErrorRate)],
     "5xx, bad records, bad rows, error, error budget, error rate, errors, exceptions, fail, failed, \
      failed requests, failure rate, failures"),
    (&[Narrow(Q::Loss), Narrow(Q::RecoveryPoint)], "data loss"),
    (&[Narrow(Q::Loss)], "dropped, loss, loss rate, lost, message loss, packet loss"),
    (&[Narrow(Q::Duplicates)], "dupes, duplicate, duplicate rate, duplicated, duplicates, duplication, dups"),
    (&[Narrow(Q::Completeness)], "complete, completeness, coverage, filled, of records arrive, populated"),
    (&[Missing, Narrow(Q::Completeness)], "incomplete, missing, missing rate, null, null rate, nulls"),
    (&[Narrow(Q::Utilisation)],
     "busy, cpu, cpu utilisation, cpu utilization, disk full, disk usage, full, heap, in use, memory, ram, \
      saturation, usage, used, utilisation, utilised, utilization, utilized"),
    (&[Narrow(Q::Filter)],
     "filter, filter to, filtered, filtered to, filters, filters down to, filters to, keeps only, let \
      through, pass, pass through, passes, sample, sample rate, sampled, samples, sampling, sampling rate, selectivity, survive, \
      survives"),
    (&[Narrow(Q::FanOut)], "amplification, explode, explodes, fan out, fanout, fans out, fans out to, write amplification"),
    (&[Narrow(Q::Growth)],
     "doubled, doubles, doubling, grow, growing, grows, growth, growth rate, headroom, increase, increased, increases, mom, rise, \
      rises, year over year, yoy"),
    (&[Narrow(Q::CacheHit)], "cache, cache hit, cache hit rate, cache hit ratio, cache hits, cached, hit rate, hit ratio"),
    (&[Narrow(Q::Compression)], "compress, compressed, compresses, compression, compression ratio, gzip, gzipped, lz4, snappy, zstd"),
    (&[Narrow(Q::Saving)],
     "cheaper, cut, cuts, decrease, decreases, discard, discards, discount, drop, drop by, drops, drops \
      by, improve, improvement, improves, reduce, reduced, reduces, reduction, saves, saving, savings, \
      shed, sheds"),
    (&[Narrow(Q::Alert)],
     "alarm at, alarms at, alert at, alert threshold, alerts at, budget alert, cost alert, page at, pages at, spend alert, warn at, warns at"),
    (&[Narrow(Q::Alert), Near(AtLeast)],
     "alarm above, alert above, alert over, alerts above, page above, page over, pages above, warn above"),
    (&[Noun("replicas")],
     "copies, replica count, replicas, replicated, replication, replication factor, rf, way replicated, \
      way replication"),
    (&[Noun("partitions")], "number of partitions, partition count, partitions"),
    (&[Noun("shards")], "number of shards, shard count, shards"),
    (&[Noun("brokers")], "broker count, brokers, number of brokers"),
    (&[Noun("in-sync replicas")], "in sync replicas, insync replicas, isr"),
    (&[Noun("nodes")], "cluster size, node count, nodes, number of nodes"),
    (&[Noun("workers")], "number of workers, parallelism, worker count, workers"),
    (&[Noun("executors")], "executors"),
    (&[Noun("consumers")], "consumers"),
    (&[Noun("instances")], "instance count, instances, number of instances"),
    (&[Noun("pods")], "number of pods, pod count, pods"),
    (&[Noun("regions")], "regions"),
    (&[Noun("sources")], "sources"),
    (&[Noun("tenants")], "tenants"),
    (&[Noun("clusters")], "clusters"),
    (&[Noun("cores")], "cores"),
    (&[Noun("tables")], "tables"),
    (&[Noun("topics")], "topics"),
    (&[Noun("threads")], "threads"),
    (&[Noun("users")], "concurrent users, users"),
    (&[Noun("customers")], "customers"),
    (&[Noun("zones")], "zones"),
    (&[Noun("azs")], "azs"),
    (&[Noun("daus")], "dau"),
    (&[Noun("maus")], "mau"),
    (&[Cue(D::Rate)], "ingest rate, rate, throughput, traffic, volume"),
    (&[Promise(G::ExactlyOnce)],
     "effectively once, eos, exact once, exactly once, exactly once delivery, exactly once processing, \
      exactly once semantics, exactly one, once and only once"),
    (&[Promise(G::AtLeastOnce)], "at least once, at least once delivery, atleast once"),
    (&[Promise(G::AtMostOnce)], "at most once, atmost once, fire and forget"),
    (&[Promise(G::Idempotent)],
     "idempotence, idempotency, idempotency key, idempotency keys, idempotent, idempotent producer, \
      idempotent sink, idempotent upsert, idempotent upserts, idempotent write, idempotent writes, \
      idempotently, merge on, replay safe, safe to replay, safe to retry, upsert, upserted, upserts"),
    (&[Promise(G::Deduplicated)],
     "de dupe, de duplicate, de duplicated, de duplication, dedup, dedupe, deduped, dedupes, deduping, \
      deduplicate, deduplicated, deduplicates, deduplication, dedups, drop dupes, drop duplicates, drops \
      duplicates, no dupes, no duplicates"),
    (&[Promise(G::Transactional)],
     "acid, atomic, atomic commit, atomically, outbox, transactional, transactional outbox, transactional \
      writes, transactionally, two phase commit"),
    (&[Promise(G::Ordered)], "fifo, in order, order preserved, strict order, total order, total ordering, ordered, ordered per key, ordering, ordering guarantee"),
    (&[Promise(G::DeadLetter)],
     "dead letter, dead letter queue, dead letter queues, dead letter topic, dead lettered, dead \
      lettering, dead letters, deadletter, dlq, dlqs, dlt, parking lot"),
    (&[Promise(G::Quarantine)],
     "bad records table, quarantine, quarantine table, quarantined, quarantines, quarantining, rescue \
      column, rescued data column"),
    (&[Promise(G::Retry)],
     "attempt, attempts, re tries, re try, redeliver, redelivered, redelivery, retried, retries, retry, \
      retry queue, retryable, retrying, tries"),
    (&[Promise(G::Backoff)],
     "back off, backoff, backoff with jitter, backoffs, backs off, exponential back off, exponential \
      backoff, exponential backoff with jitter, exponentially, jitter"),
    (&[Promise(G::Replay)],
     "re process, re read, replay, replay from, replay window, replayable, replayed, replaying, replays, \
      reprocess, reprocessable, reprocessed, reprocessing, reread, rewind"),
    (&[Promise(G::Backfill)], "back fill, backfill, backfilled, backfilling, backfills, recompute, recomputed"),
    (&[Promise(G::Checkpoint)],
     "checkpoint, checkpoint interval, checkpointed, checkpointing, checkpoints, savepoint, savepoints, \
      snapshot state"),
    (&[Promise(G::CircuitBreaker)], "breaker, circuit breaker, circuit breakers, circuit breaking, circuit open"),
    (&[Promise(G::Fallback)],
     "cached answer, default answer, fall back, fallback, fallbacks, falls back, last known good, serve \
      cached"),
    (&[Promise(G::Fallback), Cue(D::Freshness)],
     "serve stale, serves stale, stale read, stale reads, stale while revalidate"),
    (&[Promise(G::Failover)],
     "active active, active passive, fail over, failed over, failover, failovers, fails over, hot standby, \
      promote replica, standby, warm standby"),
    (&[Promise(G::Timeout)], "deadline, time out, timed out, timeout, timeouts, times out"),
    (&[Promise(G::Degraded)],
     "degrade, degrade gracefully, degraded, degraded mode, degrades, degrades gracefully, fail closed, \
      fail open, fail safe, fails closed, fails open, graceful degradation, read only mode"),
    (&[Promise(G::LoadShedding)],
     "admission control, load shedding, rate limit, rate limited, rate limiting, rate limits, shed load, \
      shedding, sheds load, throttle, throttled, throttling"),
    (&[Promise(G::Backpressure)], "back pressure, backpressure, backpressured"),
    (&[Promise(G::Rollback)], "roll back, rollback, rollbacks, rolls back"),
    (&[Promise(G::Drain)], "connection draining, drain in flight, drain on deploy, drains in flight, graceful shutdown"),
    (&[Promise(G::Backup)], "back up, backed up, backup, backups, snapshot, snapshots, snapshotted"),
    (&[Promise(G::Isolation)], "bulkhead, bulkheads, cell based, isolated, isolation, own queue, separate queue"),
    (&[Promise(G::Eventual)], "eventual, eventual consistency, eventually consistent"),
    (&[Promise(G::Strong)],
     "consistent reads, immediate consistency, immediately consistent, linearisable, linearizability, \
      linearizable, strict consistency, strictly consistent, strong consistency, strong read, strong \
      reads, strongly consistent"),
    (&[Alone(G::Strong)], "strong"),
    (&[Promise(G::ReadYourWrites)],
     "read after write, session consistency, read after write consistency, read your own writes, read your write, read your \
      writes, ryw"),
    (&[Promise(G::MonotonicReads)], "monotonic read, monotonic reads"),
    (&[Promise(G::Causal)], "causal consistency, causally consistent"),
    (&[Promise(G::BoundedStaleness)], "bounded staleness"),
    (&[], "isolation level, read committed isolation, repeatable read isolation"),
    (&[Chore],
     "audit, drill, drills, fire drill, game day, load test, meeting, on call, pen test, review, reviews, test, \
      tests"),
    (&[Promise(G::Serializable)], "serialisable, serialisable isolation, serializable isolation, serializable isolation level, serializability, serializable, strict serializability"),
    (&[Promise(G::SnapshotIsolation)], "snapshot isolation"),
];

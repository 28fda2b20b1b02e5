//! Reads constraints as people write them into typed quantities, and prints them back.

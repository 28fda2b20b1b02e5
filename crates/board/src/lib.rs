//! What a board is: records, edits, the file format and the graph view.

//! How a board changes: inputs, tools, commands, history.

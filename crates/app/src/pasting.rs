//! What is pasted: a flowchart is read by the linter, which knows the products; all else by the editor at once.

use editor::Command;
use exchange::mermaid;

use crate::lint_job;
use crate::store::Store;

/// Puts what the clipboard held on the board.
pub(crate) fn paste(store: &Store, text: String) {
    if !mermaid::is_flowchart(&text) {
        return store.command(Command::Paste { text });
    }
    if !lint_job::ask_chart(store, &text) {
        store.change_panels(|panels| {
            panels.tell_error("The linter reads flowcharts, and is not there yet. Paste again in a moment.");
        });
    }
}

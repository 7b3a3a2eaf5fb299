//! Lines of label and value, in columns.
use crate::console::{Console, Paint};
use crate::text::{clean, pad};

/// Widest label column; longer labels push their value to the right.
const WIDEST: usize = 24;

/// A title and what stands under it.
pub(crate) struct Sheet {
    title: String,
    rows: Vec<Row>,
}

enum Row {
    Field { label: String, values: Vec<String> },
    Part(Sheet),
}

impl Sheet {
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), rows: Vec::new() }
    }

    /// Adds a labelled value.
    pub(crate) fn row(&mut self, label: impl Into<String>, value: impl AsRef<str>) {
        self.rows(label, [value.as_ref().to_owned()]);
    }

    /// Adds a label with several values, one a line; with none, nothing.
    pub(crate) fn rows(
        &mut self,
        label: impl Into<String>,
        values: impl IntoIterator<Item = String>,
    ) {
        let values: Vec<String> = values.into_iter().map(|value| clean(&value)).collect();
        if !values.is_empty() {
            self.rows.push(Row::Field { label: label.into(), values });
        }
    }

    /// Adds a part with its own title, indented.
    pub(crate) fn part(&mut self, part: Self) {
        self.rows.push(Row::Part(part));
    }

    /// The text, for standard output.
    pub(crate) fn text(&self, console: &Console) -> String {
        let mut text = format!("{}\n", console.paint(Paint::Bold, &clean(&self.title)));
        self.write(console, 1, &mut text);
        text
    }

    fn write(&self, console: &Console, depth: usize, text: &mut String) {
        let indent = "  ".repeat(depth);
        let widths = self.rows.iter().filter_map(|row| match row {
            Row::Field { label, .. } => Some(label.chars().count()),
            Row::Part(_) => None,
        });
        let width = widths.max().unwrap_or_default().min(WIDEST);
        for row in &self.rows {
            match row {
                Row::Field { label, values } => {
                    for (index, value) in values.iter().enumerate() {
                        let label = if index == 0 { label.as_str() } else { "" };
                        let label = console.paint(Paint::Blue, &pad(label, width));
                        text.push_str(&format!("{indent}{label}  {value}\n"));
                    }
                }
                Row::Part(part) => {
                    text.push_str(&format!("{indent}{}\n", clean(&part.title)));
                    part.write(console, depth.saturating_add(1), text);
                }
            }
        }
    }
}

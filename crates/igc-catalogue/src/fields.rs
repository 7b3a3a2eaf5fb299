//! What a person filled in.

use crate::vocabulary::Field;

/// Values of fields, in the order given. A field may have several values ([`Field::DnsNames`],
/// [`Field::Specialities`]).
///
/// ```
/// use igc_catalogue::{Field, Fields};
/// let fields = Fields::new().with(Field::Service, "Service-TEST");
/// assert_eq!(fields.first(Field::Service), Some("Service-TEST"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(Field, String)>);

impl Fields {
    /// No value.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a value; surrounding white space is dropped, an empty value is no value.
    #[must_use]
    pub fn with(mut self, field: Field, value: impl AsRef<str>) -> Self {
        self.push(field, value);
        self
    }

    /// Adds a value; surrounding white space is dropped, an empty value is no value.
    pub fn push(&mut self, field: Field, value: impl AsRef<str>) {
        let value = value.as_ref().trim();
        if !value.is_empty() {
            self.0.push((field, value.to_owned()));
        }
    }

    /// The first value of a field.
    #[must_use]
    pub fn first(&self, field: Field) -> Option<&str> {
        self.all(field).next()
    }

    /// All values of a field, in the order given.
    pub fn all(&self, field: Field) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(given, _)| *given == field).map(|(_, value)| value.as_str())
    }

    /// Every field and value, in the order given.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().map(|(field, value)| (*field, value.as_str()))
    }
}

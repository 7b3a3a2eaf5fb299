//! SEQUENCE OF as a borrowed list: checked once, then iterated without errors.

macro_rules! list {
    ($(#[$doc:meta])* $name:ident of $item:ident, read $read:path) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a>($crate::reader::Reader<'a>);

        impl<'a> $name<'a> {
            /// Checks every element; at least one is needed.
            pub(crate) fn from_elements(
                elements: $crate::reader::Reader<'a>,
            ) -> Result<Self, $crate::Error> {
                if elements.is_empty() {
                    return Err(elements.error($crate::ErrorKind::Empty));
                }
                let mut rest = elements;
                while !rest.is_empty() {
                    $read(&mut rest)?;
                }
                Ok(Self(elements))
            }

            /// The elements in the order of encoding; there is at least one.
            pub fn iter(&self) -> impl Iterator<Item = $item<'a>> + Clone + use<'a> {
                let mut rest = self.0;
                // Checked above: the end is the only error left.
                core::iter::from_fn(move || $read(&mut rest).ok())
            }
        }
    };
}

pub(crate) use list;

//! The little-endian fields that token contents are made of. Writing fails with
//! [`ErrorKind::TooLong`] above 65 535, reading with [`ErrorKind::Truncated`] at the end.

use crate::{Error, ErrorKind};

/// Appends fields to a buffer.
#[derive(Debug)]
pub struct Writer<'a> {
    buffer: &'a mut Vec<u8>,
}

impl<'a> Writer<'a> {
    /// A writer that appends to `buffer`.
    pub const fn new(buffer: &'a mut Vec<u8>) -> Self {
        Self { buffer }
    }

    /// Appends an unsigned 16-bit integer.
    pub fn put_u16(&mut self, value: u16) {
        self.buffer.extend_from_slice(&value.to_le_bytes());
    }

    /// Appends a signed 16-bit integer.
    pub fn put_i16(&mut self, value: i16) {
        self.buffer.extend_from_slice(&value.to_le_bytes());
    }

    /// Appends an unsigned 32-bit integer.
    pub fn put_u32(&mut self, value: u32) {
        self.buffer.extend_from_slice(&value.to_le_bytes());
    }

    /// Appends a count of things that follow, as a u16.
    pub fn put_count(&mut self, count: usize) -> Result<(), Error> {
        let count = u16::try_from(count).map_err(|_| Error::new(ErrorKind::TooLong))?;
        self.put_u16(count);
        Ok(())
    }

    /// Appends a u16 length and the bytes.
    pub fn put_bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.put_count(bytes.len())?;
        self.buffer.extend_from_slice(bytes);
        Ok(())
    }
}

/// Takes fields off the front of a slice.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// A reader of `bytes`.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The bytes not yet read.
    pub const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Reads an unsigned 16-bit integer.
    pub fn u16(&mut self) -> Result<u16, Error> {
        self.array().map(u16::from_le_bytes)
    }

    /// Reads a signed 16-bit integer.
    pub fn i16(&mut self) -> Result<i16, Error> {
        self.array().map(i16::from_le_bytes)
    }

    /// Reads an unsigned 32-bit integer.
    pub fn u32(&mut self) -> Result<u32, Error> {
        self.array().map(u32::from_le_bytes)
    }

    /// Reads a u16 length and that many bytes.
    pub fn bytes(&mut self) -> Result<&'a [u8], Error> {
        let length = usize::from(self.u16()?);
        self.take(length)
    }

    /// Reads a u32 length and that many bytes.
    pub fn long_bytes(&mut self) -> Result<&'a [u8], Error> {
        let length = usize::try_from(self.u32()?).map_err(|_| TRUNCATED)?;
        self.take(length)
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], Error> {
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or(TRUNCATED)?;
        self.rest = rest;
        Ok(bytes)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let (bytes, rest) = self.rest.split_first_chunk().ok_or(TRUNCATED)?;
        self.rest = rest;
        Ok(*bytes)
    }
}

const TRUNCATED: Error = Error::new(ErrorKind::Truncated);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_little_endian() {
        let mut buffer = Vec::new();
        let mut writer = Writer::new(&mut buffer);
        writer.put_u16(0x0102);
        writer.put_i16(-2);
        writer.put_u32(0x0304_0506);
        writer.put_bytes(b"ab").unwrap();
        assert_eq!(buffer, [2, 1, 0xfe, 0xff, 6, 5, 4, 3, 2, 0, b'a', b'b']);

        let mut reader = Reader::new(&buffer);
        assert_eq!(reader.u16(), Ok(0x0102));
        assert_eq!(reader.i16(), Ok(-2));
        assert_eq!(reader.u32(), Ok(0x0304_0506));
        assert_eq!(reader.bytes(), Ok(b"ab".as_slice()));
        assert!(reader.rest().is_empty());
    }

    #[test]
    fn reading_past_the_end_is_an_error() {
        assert_eq!(Reader::new(&[1]).u16(), Err(TRUNCATED));
        assert_eq!(Reader::new(&[1, 2, 3]).u32(), Err(TRUNCATED));
        assert_eq!(Reader::new(&[2, 0, b'a']).bytes(), Err(TRUNCATED));
    }

    #[test]
    fn the_longest_string_has_65535_bytes() {
        let mut buffer = Vec::new();
        assert!(Writer::new(&mut buffer).put_bytes(&vec![0; 65_535]).is_ok());
        let too_long = Writer::new(&mut buffer).put_bytes(&vec![0; 65_536]);
        assert_eq!(too_long.map_err(|error| error.kind()), Err(ErrorKind::TooLong));
    }
}

/// Digits of an App ID and of an App Certificate.
const ID_LENGTH: usize = 32;

/// Whether a text is an App ID or an App Certificate: 32 hex digits of either case.
pub(crate) fn is_hex_id(text: &[u8]) -> bool {
    // `&`, not `&&`: without an early return the compiler checks the digits side by side.
    text.len() == ID_LENGTH && text.iter().fold(true, |all, byte| all & byte.is_ascii_hexdigit())
}

/// Decodes pairs of hex digits up to the first that is none; a last odd digit is dropped.
///
/// This is how Node's `Buffer.from(text, 'hex')` reads, which version 005 relies on.
pub(crate) fn decode_leading(text: &[u8]) -> Vec<u8> {
    text.chunks_exact(2).map_while(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect()
}

/// Upper-case hex digits of bytes.
pub(crate) fn encode_upper(bytes: &[u8]) -> String {
    encode(bytes, b"0123456789ABCDEF")
}

/// Lower-case hex digits of bytes.
pub(crate) fn encode_lower(bytes: &[u8]) -> String {
    encode(bytes, b"0123456789abcdef")
}

fn encode(bytes: &[u8], digits: &[u8; 16]) -> String {
    let digit = |value: u8| char::from(digits[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0x0f)]).collect()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_32_hex_digits() {
        assert!(is_hex_id(b"970CA35de60c44645bbae8a215061b33"));
        assert!(!is_hex_id(b"970CA35de60c44645bbae8a215061b3"));
        assert!(!is_hex_id(b"970CA35de60c44645bbae8a215061b330"));
        assert!(!is_hex_id(b"970CA35de60c44645bbae8a215061b3g"));
        assert!(!is_hex_id(b"970CA35de60c44645bbae8a215061b3\n"));
        assert!(!is_hex_id(b"g70CA35de60c44645bbae8a215061b3g"));
    }

    #[test]
    fn decoding_stops_at_the_first_pair_that_is_not_hex() {
        assert_eq!(decode_leading(b"0aFf"), [0x0a, 0xff]);
        assert_eq!(decode_leading(b"0aF"), [0x0a]);
        assert_eq!(decode_leading(b"0azz0a"), [0x0a]);
        assert!(decode_leading(b"").is_empty());
    }
}

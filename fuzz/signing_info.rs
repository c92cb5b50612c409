//! The head of packed signing info, read here independently of the core.

/// What the key of a token depends on.
#[derive(Debug)]
pub struct Head {
    pub issue_ts: u32,
    pub salt: u32,
}

impl Head {
    /// The head, unless the bytes end before it does.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (length, rest) = bytes.split_first_chunk()?;
        let rest = rest.get(usize::from(u16::from_le_bytes(*length))..)?;
        let (numbers, _) = rest.split_first_chunk::<12>()?;
        let [issue_ts, _lifetime, salt] = [0, 4, 8].map(|at| {
            u32::from_le_bytes([numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]])
        });
        Some(Self { issue_ts, salt })
    }
}

//! Node's zlib, in a process of its own, asked over pipes.

use std::io::{BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A running Node.js that compresses what it is sent (`oracle.mjs`).
pub struct Node {
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
    _process: Child,
}

impl Node {
    /// # Panics
    ///
    /// If `node` does not start.
    #[must_use]
    pub fn start() -> Self {
        let mut process = Command::new("node")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/oracle.mjs"))
            // Else the sanitizer's or the fuzzer's preloads would reach Node.
            .env_remove("LD_PRELOAD")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node starts");
        Self {
            requests: process.stdin.take().expect("a pipe"),
            answers: BufReader::new(process.stdout.take().expect("a pipe")),
            _process: process,
        }
    }

    /// What `zlib.deflateSync` makes of a content.
    ///
    /// # Panics
    ///
    /// If the process has ended.
    pub fn deflate(&mut self, content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).expect("a fuzz input is short");
        let request = [length.to_le_bytes().as_slice(), content].concat();
        self.requests.write_all(&request).expect("node reads");
        let mut length = [0; 4];
        self.answers.read_exact(&mut length).expect("node answers");
        let mut answer = vec![0; u32::from_le_bytes(length) as usize];
        self.answers.read_exact(&mut answer).expect("node answers");
        answer
    }
}

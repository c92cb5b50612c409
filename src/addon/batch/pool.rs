//! The addon's own threads, for batches that must not hold up JavaScript.

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread;

use agora_token_core::Workspace;

/// What a thread does with its workspace.
pub type Job = Box<dyn FnOnce(&mut Workspace) + Send>;

/// One thread a core, started with the first batch; they wait for work as long as the process lives.
static JOBS: LazyLock<Sender<Job>> = LazyLock::new(|| {
    let (sender, receiver) = channel();
    let receiver = Arc::new(Mutex::new(receiver));
    for number in 0..thread_count() {
        let receiver = Arc::clone(&receiver);
        // A thread that cannot be started is one fewer; the sender tells when there is none.
        let _ = thread::Builder::new()
            .name(format!("agora-token-{number}"))
            .spawn(move || work(&receiver));
    }
    sender
});

/// How many threads the pool has: one a core.
pub fn thread_count() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Hands a job to the next free thread; gives it back if there is no thread.
pub fn submit(job: Job) -> Result<(), Job> {
    JOBS.send(job).map_err(|error| error.0)
}

fn work(jobs: &Mutex<Receiver<Job>>) {
    let mut workspace = Workspace::new();
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        if catch_unwind(AssertUnwindSafe(|| job(&mut workspace))).is_err() {
            workspace = Workspace::new();
        }
    }
}

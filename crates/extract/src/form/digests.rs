//! Maps by the digests of labels: a digest is a hash already, and is not hashed again.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Values by the digests of labels.
pub(crate) type ByDigest<V> = HashMap<u64, V, BuildHasherDefault<AsItIs>>;

/// Takes a digest as its own hash.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        // Digests come as whole numbers; whatever else comes is at least told apart.
        self.0 = bytes.iter().fold(self.0, |hash, &byte| hash.rotate_left(8) ^ u64::from(byte));
    }

    fn write_u64(&mut self, digest: u64) {
        self.0 = digest;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

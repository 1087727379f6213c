//! What an OLE2 container holds, by the streams in its root.

/// The first bytes of every OLE2 container.
pub(crate) const MAGIC: [u8; 8] = *b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Marks above this number end a chain or mean nothing.
const LAST_SECTOR: u32 = 0xFFFF_FFF9;

/// A kind of OLE2 container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stored {
    Workbook,
    Word,
    Presentation,
    /// An Office file of the ZIP kind, encrypted.
    Locked,
    Other,
}

/// The kind of the container `bytes`.
pub(crate) fn kind(bytes: &[u8]) -> Stored {
    let Some(container) = Container::open(bytes) else { return Stored::Other };
    let names = container.root();
    let any = |name: &str| names.iter().any(|(found, _)| found.eq_ignore_ascii_case(name));
    if any("EncryptedPackage") {
        Stored::Locked
    } else if any("Workbook") || any("Book") {
        Stored::Workbook
    } else if any("WordDocument") {
        Stored::Word
    } else if any("PowerPoint Document") {
        Stored::Presentation
    } else {
        Stored::Other
    }
}

/// The allocation of a container: enough to list its root and to read a stream.
pub(crate) struct Container<'b> {
    bytes: &'b [u8],
    sector: usize,
    table: Vec<u32>,
    entries: Vec<Entry>,
}

/// One entry of the directory.
struct Entry {
    name: String,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    len: usize,
}

impl<'b> Container<'b> {
    /// Reads allocation and directory, as far as they are whole.
    pub(crate) fn open(bytes: &'b [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        if !matches!(shift, 9 | 12) {
            return None;
        }
        let mut container = Self { bytes, sector: 1 << shift, table: Vec::new(), entries: Vec::new() };
        let most = bytes.len() / container.sector + 1;
        let mut table_sectors: Vec<u32> = (0..109).filter_map(|at| u32_at(bytes, 76 + 4 * at)).collect();
        let mut next = u32_at(bytes, 68)?;
        for _ in 0..most {
            let Some(sector) = container.at(next) else { break };
            let mut numbers: Vec<u32> = numbers(sector).collect();
            next = numbers.pop().unwrap_or(u32::MAX);
            table_sectors.extend(numbers);
        }
        for id in table_sectors.into_iter().take(most) {
            if let Some(sector) = container.at(id) {
                container.table.extend(numbers(sector));
            }
        }
        let directory = container.chain(u32_at(bytes, 48)?, usize::MAX);
        container.entries = directory.chunks_exact(128).filter_map(entry).collect();
        Some(container)
    }

    /// The names and lengths of what stands in the root.
    pub(crate) fn root(&self) -> Vec<(&str, usize)> {
        self.in_root().map(|entry| (entry.name.as_str(), entry.len)).collect()
    }

    /// The bytes of the stream `name` of the root, where it is not one of the smallest.
    pub(crate) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.in_root().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        Some(self.chain(entry.start, entry.len))
    }

    fn in_root(&self) -> impl Iterator<Item = &Entry> {
        let mut seen = vec![false; self.entries.len()];
        let mut found = Vec::new();
        let mut open = vec![self.entries.first().map_or(u32::MAX, |root| root.child)];
        while let Some(at) = open.pop() {
            let at = at as usize;
            if self.entries.get(at).is_some() && !std::mem::replace(&mut seen[at], true) {
                let entry = &self.entries[at];
                found.push(entry);
                open.extend([entry.left, entry.right]);
            }
        }
        found.into_iter()
    }

    fn at(&self, id: u32) -> Option<&'b [u8]> {
        let start = (id <= LAST_SECTOR).then_some((id as usize + 1) * self.sector)?;
        self.bytes.get(start..self.bytes.len().min(start + self.sector)).filter(|sector| !sector.is_empty())
    }

    /// At most `len` bytes of the sectors from `start` on; a chain that bites its tail ends with the file's length.
    fn chain(&self, start: u32, len: usize) -> Vec<u8> {
        let len = len.min(self.bytes.len());
        let mut bytes = Vec::new();
        let mut next = start;
        while bytes.len() < len {
            let Some(sector) = self.at(next) else { break };
            bytes.extend_from_slice(sector);
            next = self.table.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        bytes.truncate(len);
        bytes
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let units = usize::from(u16_at(bytes, 64)?).min(64) / 2;
    let name = (0..units.saturating_sub(1)).filter_map(|at| u16_at(bytes, 2 * at));
    let name = char::decode_utf16(name).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    let [left, right, child, start, len] = [68, 72, 76, 116, 120].map(|at| u32_at(bytes, at));
    Some(Entry { name, left: left?, right: right?, child: child?, start: start?, len: len? as usize })
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|bytes| u32_at(bytes, 0))
}

/// The 16-bit number at `at`.
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

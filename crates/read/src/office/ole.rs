//! What an OLE2 container holds, by the streams in its root.

/// The first bytes of every OLE2 container.
pub(crate) const MAGIC: [u8; 8] = *b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Marks above this number end a chain or mean nothing.
const LAST_SECTOR: u32 = 0xFFFF_FFF9;

/// Streams of fewer bytes than this lie in sectors of 64 bytes.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// So many sectors of the allocation are named in the header.
const HEADER_TABLES: usize = 109;

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
        let mut table_sectors: Vec<u32> =
            (0..HEADER_TABLES).filter_map(|at| u32_at(bytes, 76 + 4 * at)).collect();
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

    /// The bytes of the stream `name` of the root.
    pub(crate) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.in_root().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        if entry.len >= SMALL {
            return Some(self.chain(entry.start, entry.len));
        }
        // The smallest share the stream of the root, in sectors and with a table of their own.
        let root = self.entries.first()?;
        let shared = self.chain(root.start, root.len);
        let table: Vec<u32> = numbers(&self.chain(u32_at(self.bytes, 60)?, usize::MAX)).collect();
        let (mut bytes, mut next) = (Vec::new(), entry.start as usize);
        while bytes.len() < entry.len {
            let Some(sector) = shared.get(next * SMALL_SECTOR..).filter(|it| !it.is_empty()) else { break };
            bytes.extend_from_slice(&sector[..sector.len().min(SMALL_SECTOR)]);
            next = table.get(next).map_or(usize::MAX / SMALL_SECTOR, |it| *it as usize);
        }
        bytes.truncate(entry.len);
        Some(bytes)
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

/// A container that holds `stream` as `name` and nothing else: whoever reads it reads these bytes. `None` above some
/// 450 MB.
pub(crate) fn holding(name: &str, stream: &[u8]) -> Option<Vec<u8>> {
    const SECTOR: usize = 4096;
    const NUMBERS: usize = SECTOR / 4;
    const TABLE: u32 = 0xFFFF_FFFD;
    const LAST: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    let len = stream.len().max(SMALL);
    let sectors = len.div_ceil(SECTOR);
    // A number for each sector: of the stream, of the directory, and of the table itself.
    let tables = (sectors + 1).div_ceil(NUMBERS - 1);
    if tables > HEADER_TABLES {
        return None;
    }
    let first = 1 + tables;
    let mut header = [0_u8; SECTOR];
    header[..8].copy_from_slice(&MAGIC);
    let mut put = |at: usize, value: &[u8]| header[at..at + value.len()].copy_from_slice(value);
    for (at, number) in [(24, 0x3E_u16), (26, 4), (28, 0xFFFE), (30, 12), (32, 6)] {
        put(at, &number.to_le_bytes());
    }
    for (at, number) in [(44, tables as u32), (48, 0), (56, SMALL as u32), (60, LAST), (68, LAST)] {
        put(at, &number.to_le_bytes());
    }
    for at in 0..HEADER_TABLES {
        put(76 + 4 * at, &if at < tables { 1 + at as u32 } else { FREE }.to_le_bytes());
    }
    let mut directory = [0_u8; SECTOR];
    for (at, (name, kind, child, start, len)) in
        [("Root Entry", 5, 1, 0, 0), (name, 2, FREE, first as u32, len as u64)].into_iter().enumerate()
    {
        let entry = &mut directory[at * 128..][..128];
        for (at, unit) in name.encode_utf16().enumerate() {
            entry[2 * at..][..2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = 2 * (name.len() as u8 + 1);
        (entry[66], entry[67]) = (kind, 1);
        for (at, number) in [(68, FREE), (72, FREE), (76, child), (116, start)] {
            entry[at..at + 4].copy_from_slice(&number.to_le_bytes());
        }
        entry[120..].copy_from_slice(&len.to_le_bytes());
    }
    let last = first + sectors - 1;
    let next = |at: usize| match at {
        0 => LAST,
        _ if at < first => TABLE,
        _ if at < last => at as u32 + 1,
        _ if at == last => LAST,
        _ => FREE,
    };
    let mut bytes = header.to_vec();
    bytes.extend_from_slice(&directory);
    bytes.extend((0..tables * NUMBERS).flat_map(|at| next(at).to_le_bytes()));
    bytes.extend_from_slice(stream);
    bytes.resize(SECTOR * (1 + first + sectors), 0);
    Some(bytes)
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

/// The 32-bit number at `at`.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

//! The guide for users, followed.

use crate::run::Folder;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Every command of the guide, on files with the names that it uses.
#[test]
fn the_guide_is_true() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide.md");
    let text = fs::read_to_string(guide).expect("the guide");
    let fixture = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let folder = Folder::new();
    folder.file("2023.txt", fixture("series/clean/new.txt"));
    folder.file("2022.txt", fixture("series/clean/old.txt"));
    folder.file("reports/upper.txt", fixture("levels/declared/new.txt"));
    folder.file("reports/lower.txt", fixture("levels/declared/below-1.txt"));
    folder.file("members.csv", fixture("levels/declared/members.csv"));
    let commands: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("gongkai ")).collect();
    assert!(commands.len() > 10, "the guide has lost its commands");
    for command in commands {
        let ended = Command::new(env!("CARGO_BIN_EXE_gongkai"))
            .args(command.split_whitespace())
            .current_dir(&folder.0)
            .output()
            .expect("the program");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(matches!(ended.status.code(), Some(0 | 1)), "gongkai {command}: {said}");
        let written = command.split_once("-o ").map(|(_, rest)| rest.split(' ').next().unwrap_or(rest));
        if let Some(name) = written {
            assert!(folder.0.join(name).metadata().is_ok_and(|it| it.len() > 0), "{command} wrote nothing");
        }
    }
}

//! Developer tasks.
mod score;

fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("score") => score::run(&arguments[1..]),
        _ => {
            eprintln!("usage: cargo xtask score [DIR…]");
            std::process::ExitCode::from(3)
        }
    }
}

//! Drives mcumgr-toolkit: takes orders from standard input, one a line, and answers each with the seconds it took.
//! See ../README.md for the orders.

use mcumgr_toolkit::MCUmgrClient;
use serialport::SerialPort;
use std::error::Error;
use std::fs;
use std::io::{BufRead, Write, stdin, stdout};
use std::time::{Duration, Instant};

/// What erases a slot takes longest.
const TIMEOUT: Duration = Duration::from_secs(40);

fn connect(address: &str) -> Result<MCUmgrClient, Box<dyn Error>> {
    let client = match address.split_once(':') {
        Some(("udp", target)) => MCUmgrClient::new_from_udp(target, TIMEOUT)?,
        Some(("serial", path)) => {
            let mut port = serialport::new(path, 115_200).timeout(TIMEOUT).open_native()?;
            // the next client opens the same port
            port.set_exclusive(false)?;
            let port: Box<dyn SerialPort> = Box::new(port);
            MCUmgrClient::new_from_serial(port)
        }
        _ => return Err(format!("no transport for {address}").into()),
    };
    client.use_auto_frame_size()?;
    Ok(client)
}

fn obey(order: &[&str]) -> Result<Vec<f64>, Box<dyn Error>> {
    let [what, address, rest @ ..] = order else {
        return Err("an order has a name and an address".into());
    };
    let client = connect(address)?;
    let timed = |work: &mut dyn FnMut() -> Result<(), Box<dyn Error>>| -> Result<f64, Box<dyn Error>> {
        let start = Instant::now();
        work()?;
        Ok(start.elapsed().as_secs_f64())
    };
    match (*what, rest) {
        ("image", [file]) => {
            let image = fs::read(file)?;
            Ok(vec![timed(&mut || Ok(client.image_upload(&image, None, None, false, None)?))?])
        }
        ("upload", [file, name]) => {
            let content = fs::read(file)?;
            let size = content.len() as u64;
            Ok(vec![timed(&mut || Ok(client.fs_file_upload(name, &content[..], size, None)?))?])
        }
        ("download", [name, file]) => {
            let expected = fs::read(file)?;
            let mut content = Vec::new();
            let seconds = timed(&mut || Ok(client.fs_file_download(name, &mut content, None)?))?;
            if content == expected { Ok(vec![seconds]) } else { Err("the file came back changed".into()) }
        }
        ("echo", [count, text]) => (0..count.parse()?)
            .map(|_| timed(&mut || Ok(client.os_echo(text).map(|_| ())?)))
            .collect(),
        _ => Err(format!("no such order: {what}").into()),
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in stdin().lock().lines() {
        let line = line?;
        let order: Vec<&str> = line.split_whitespace().collect();
        match obey(&order) {
            Ok(seconds) => {
                let all: Vec<String> = seconds.iter().map(|s| format!("{s:.9}")).collect();
                println!("took {}", all.join(" "));
            }
            Err(e) => println!("failed {}", e.to_string().replace('\n', " ")),
        }
        stdout().flush()?;
    }
    Ok(())
}

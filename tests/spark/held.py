"""Runs a command and writes into a folder how many kilobytes of memory it held at most: held.py FOLDER COMMAND…"""

import os
import pathlib
import re
import subprocess
import sys
import time

folder, *command = sys.argv[1:]
process = subprocess.Popen(command)
most = 0
while process.poll() is None:
    try:
        held = re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text())
    except FileNotFoundError:
        break
    most = max(most, int(held.group(1)) if held else 0)
    time.sleep(0.05)
(pathlib.Path(folder) / str(os.getpid())).write_text(str(most))
sys.exit(process.wait())

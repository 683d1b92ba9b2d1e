#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 OneBoard contributors
# SPDX-License-Identifier: Apache-2.0
"""Writes the corpus of import_fuzz: small tables of our own for each shipped mapping, and one with its own mapping."""
import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
TABLES = {
    0: ("plain", "number,unit,type,address,opened,dispatched,on scene,cleared\n"
        "1,E1,FIRE-VEH,长江路1,2025-06-01 08:00:00,2025-06-01 08:01:00,2025-06-01 08:05:00,2025-06-01 08:30:00\n"
        "1,E2,FIRE-VEH,长江路1,2025-06-01 08:00:00,2025-06-01 08:02:00,,\n2,,VOLCANO,,2025-06-01 08:00,,,\n"),
    1: ("sffd", "Call Number,Unit ID,Call Type,Entry DtTm,Dispatch DtTm,Available DtTm,Location,Unit Type\n"
        "170010001,E01,Alarms,01/01/2017 01:59:00 AM,01/01/2017 02:00:00 AM,NA,\"(37.7, -122.4)\",ENGINE\n"
        "170010001,T01,Alarms,01/01/2017 01:59:00 AM,01/01/2017 02:00:00 AM,01/01/2017 01:00:00 AM,\"(0, 0)\",TRUCK\n"),
    4: ("lfb", "IncidentNumber,DateOfCall,TimeOfCall,IncidentGroup,Latitude,Longitude\r\n"
        "1-1,01 Jan 2017,01:30:00,Fire,51.5,-0.1\r\n1-2,29 Oct 2017,01:30:00,Special Service,,\r\n"),
    5: ("lfb-runs", "IncidentNumber;ResourceMobilisationId;Resource_Code;DateAndTimeMobilised;DateAndTimeReturned\r"
        "1-1;7;H261;01/01/2017 01:31:00;01/01/2017 02:00:00\r1-1;8;H262;01/01/2017 01:31:00;\r"),
    6: ("roster", "callsign,kind,home\nE1,ENGINE,ST-1\nE1,AERIAL,ST-1\n,ENGINE,\nE2,ROCKET,ST-2\n"),
}
OWN = {
    "format": "own", "timeZone": "UTC", "timeFormats": ["yyyy-MM-dd HH:mm"], "rowKey": "k", "encoding": "gb18030",
    "incident": {"key": "k", "type": {"constant": "OTHER"}, "openedAt": "t", "closedAt": "c", "address": "a"},
}


def main():
    folder = HERE / "corpus" / "import"
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, text) in TABLES.items():
        (folder / name).write_bytes(bytes([number]) + text.encode())
    table = "k,t,c,a\n1,2025-06-01 08:00,2025-06-01 09:00,长江路\n1,2025-06-01 08:00,,\"a\nb\"\n2,x,,\n".encode("gb18030")
    (folder / "own").write_bytes(b"\xff" + json.dumps(OWN).encode() + b"\0" + table)


if __name__ == "__main__":
    main()

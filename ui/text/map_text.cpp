// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/map_text.h"

#include "ui/text/sentence.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class MapText {
    Q_DECLARE_TR_FUNCTIONS(MapText)
  public:
    static QString of(core::MapProblem const& problem) {
        QString const subject = textOf(problem.subject);
        switch (problem.fault) {
        case core::MapFault::Missing: return tr("There is no such file. Check the name.");
        case core::MapFault::Unreadable:
            return filled(tr("The file cannot be read: %1. Check its rights."), {subject});
        case core::MapFault::NotAMap:
            return tr(
                "This is no map: neither a map pack (.obmap) nor MBTiles. Build a pack of an OpenStreetMap "
                "file with “oneboardctl map build”.");
        case core::MapFault::CutShort:
            return tr("The file was cut short. Copy it again, whole, and compare the sizes.");
        case core::MapFault::NewerFormat:
            return filled(
                tr("This map pack has format %1, which this program does not know. Update the program or "
                   "build the pack again."),
                {subject});
        case core::MapFault::WrongTables:
            return filled(
                tr("The part “%1” of the file is missing or not as it should be. Take a map from a source "
                   "that you trust, or build the pack again."),
                {subject});
        case core::MapFault::NoTiles: return tr("The map has no tiles. Build it again.");
        case core::MapFault::UnknownFormat:
            return filled(
                tr("Tiles of the format “%1” cannot be shown. Use vector tiles (pbf), PNG, JPEG or WebP."),
                {subject});
        case core::MapFault::UnknownDatum:
            return filled(tr("The datum “%1” is not known. Known are wgs84, gcj02, bd09 and cgcs2000."),
                          {subject});
        case core::MapFault::BadBounds:
            return filled(
                tr("The bounds “%1” are not west, south, east and north in degrees. Build the map again."),
                {subject});
        case core::MapFault::BadZoom:
            return filled(tr("The map has tiles of the zooms %1. Zooms go from 0 to 22."), {subject});
        case core::MapFault::BadTile:
            return filled(tr("The tile %1 cannot be read. Copy the map again, or build it again."),
                          {subject});
        case core::MapFault::WrongHash:
            return tr("The content is not what was packed: somebody changed it, or storage damaged it. Copy "
                      "the map "
                      "again from where it was built.");
        case core::MapFault::Damaged:
            return filled(tr("The file is damaged: %1. Copy it again, or build it again."), {subject});
        }
        return {};
    }

    static QString of(core::MapBuildProblem const& problem) {
        QString const subject = textOf(problem.subject);
        QString const detail = textOf(problem.detail);
        switch (problem.fault) {
        case core::MapBuildFault::InputMissing:
            return filled(tr("There is no file %1. Check its name."), {subject});
        case core::MapBuildFault::ProgramMissing:
            return filled(
                tr("Building maps needs the program %1, which is not here. Install it (Debian and Ubuntu: "
                   "apt install %2)."),
                {subject, detail});
        case core::MapBuildFault::ProgramFailed:
            return filled(
                tr("%1 could not do its part: %2. Check that the file is an OpenStreetMap extract (.osm.pbf) "
                   "and whole, and that there is room on the disk."),
                {subject, detail});
        case core::MapBuildFault::HasHistory:
            return tr(
                "The file holds several versions of one object. Take one moment out of it first: osmium "
                "time-filter IN -o OUT.");
        case core::MapBuildFault::Empty: return tr("There is nothing in the file. Choose another extract.");
        case core::MapBuildFault::BadDate:
            return filled(tr("“%1” is not a date. Write it like 2026-11-22."), {subject});
        case core::MapBuildFault::BadTiles:
            return filled(tr("What %1 made cannot be read (%2). Check that its version is 2 or 3."),
                          {subject, detail});
        case core::MapBuildFault::Stopped: return tr("Stopped; nothing was kept.");
        }
        return {};
    }
};

} // namespace

QString mapProblemText(core::MapProblem const& problem) { return MapText::of(problem); }

QString mapBuildProblemText(core::MapBuildProblem const& problem) { return MapText::of(problem); }

} // namespace ob::ui

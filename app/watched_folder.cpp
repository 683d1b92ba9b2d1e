// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/watched_folder.h"

#include "app/files.h"

#include <algorithm>
#include <string>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

bool isUnfinished(std::string const& name) {
    return name.starts_with('.') || name.ends_with('~') || name.ends_with(".tmp") || name.ends_with(".part")
           || name.ends_with(".report.json");
}

/// The name itself, else with -2, -3 … before the ending, so that neither file nor report is overwritten.
fs::path freePlace(fs::path const& folder, fs::path const& name) {
    fs::path place = folder / name;
    auto const isTaken = [](fs::path const& each) {
        return fs::exists(each) || fs::exists(each.string() + ".report.json");
    };
    for (int number = 2; isTaken(place); ++number)
        place = folder / (name.stem().string() + '-' + std::to_string(number) + name.extension().string());
    return place;
}

} // namespace

WatchedFolder::WatchedFolder(fs::path folder, std::chrono::milliseconds settled)
    : m_folder(std::move(folder)), m_settled(settled) {
    for (char const* const name : {"done", "failed"}) {
        std::error_code error;
        fs::create_directories(m_folder / name, error);
        if (error)
            throw FileError("cannot make the folder " + (m_folder / name).string() + ": " + error.message());
    }
}

std::vector<fs::path> WatchedFolder::ready(Clock::time_point now) {
    std::vector<fs::path> ready;
    std::map<fs::path, Seen> seen;
    std::error_code error;
    for (fs::directory_iterator entry(m_folder, error), end; !error && entry != end; entry.increment(error)) {
        // A file may go between one look and the next: then it is not ready.
        std::error_code gone;
        if (!entry->is_regular_file(gone) || isUnfinished(entry->path().filename().string())) continue;
        Seen look{.size = entry->file_size(gone), .changed = entry->last_write_time(gone), .since = now};
        if (gone) continue;
        auto const before = m_seen.find(entry->path());
        if (before != m_seen.end() && before->second.size == look.size
            && before->second.changed == look.changed)
            look.since = before->second.since;
        if (now - look.since >= m_settled) ready.push_back(entry->path());
        seen.emplace(entry->path(), look);
    }
    if (error) throw FileError("the folder " + m_folder.string() + " cannot be read: " + error.message());
    m_seen = std::move(seen);
    std::sort(ready.begin(), ready.end());
    return ready;
}

fs::path WatchedFolder::finish(fs::path const& file, bool done, core::ByteView report) {
    fs::path const place = freePlace(m_folder / (done ? "done" : "failed"), file.filename());
    writeFile(place.string() + ".report.json", report);
    std::error_code error;
    fs::rename(file, place, error);
    if (error)
        throw FileError("cannot move " + file.string() + " to " + place.string() + ": " + error.message());
    m_seen.erase(file);
    return place;
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/guard_file.h"

#include "app/files.h"
#include "core/store/database.h"
#include "core/store/sqlite_memory.h"

#include <charconv>
#include <cstdlib>

#include <sys/stat.h>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view generationKey = "run_generation";

fs::path stateFolder() {
    if (char const* const own = std::getenv("ONEBOARD_STATE"); own && *own) return own;
    if (char const* const state = std::getenv("XDG_STATE_HOME"); state && *state)
        return fs::path(state) / "oneboard";
    if (char const* const home = std::getenv("HOME"); home && *home)
        return fs::path(home) / ".local/state/oneboard";
    throw FileError(
        "no place for the guard file: set HOME or ONEBOARD_STATE to a folder that stays on this machine");
}

std::string firstLine(fs::path const& file) {
    auto const bytes = readFileIfThere(file);
    if (!bytes) return "unknown";
    std::string line(bytes->begin(), bytes->end());
    line.resize(std::min(line.find('\n'), line.size()));
    return line.empty() ? "unknown" : line;
}

std::uint64_t numberIn(core::Bytes const& bytes) {
    std::uint64_t value = 0;
    auto const* const begin = reinterpret_cast<char const*>(bytes.data());
    std::from_chars(begin, begin + bytes.size(), value);
    return value;
}

core::RunIdentity identityOf(fs::path const& database) {
    core::RunIdentity run;
    run.machine = firstLine("/etc/machine-id");
    run.boot = firstLine("/proc/sys/kernel/random/boot_id");
    struct stat status{};
    if (::stat(database.c_str(), &status) != 0) throw FileError("cannot look at " + database.string());
    run.device = status.st_dev;
    run.inode = status.st_ino;
    return run;
}

} // namespace

GuardFile::GuardFile(fs::path database, core::PublicKey const& deskKey)
    : m_database(std::move(database)), m_file(stateFolder() / (core::toHex(deskKey.bytes) + ".guard")) {}

std::optional<core::Guard> GuardFile::read() const {
    auto const bytes = readFileIfThere(m_file);
    if (!bytes) return std::nullopt;
    return core::decodeGuard({reinterpret_cast<char const*>(bytes->data()), bytes->size()});
}

void GuardFile::write() const {
    std::error_code error;
    fs::create_directories(m_file.parent_path(), error);
    writeFile(m_file, core::viewOf(core::encodeGuard(m_guard)), Secrecy::Secret);
}

core::IncarnationDecision GuardFile::enter(store::Database& database,
                                           std::vector<core::LogExtent> const& logs, bool ownLogsEnded) {
    store::SqliteMemory memory(database);
    core::FoundRun found;
    found.run = identityOf(m_database);
    found.run.generation = numberIn(memory.get(generationKey).value_or(core::Bytes()));
    for (auto const& extent : logs)
        if (extent.record.own) found.sizes[extent.record.id] = extent.size;
    auto guard = read();
    if (guard && ownLogsEnded) guard->hasEnded = true;
    auto const decision = core::decideIncarnation(guard, found);

    m_guard = {};
    m_guard.run = found.run;
    // From the database's number: any number of kills between the two writes leaves the same pair.
    m_guard.run.generation = found.run.generation + 1;
    m_guard.sizes = found.sizes;
    write();
    memory.set(generationKey, core::viewOf(std::to_string(m_guard.run.generation)));
    // Before the first event of this run: a database of the run before, put back now, is two numbers behind.
    ++m_guard.run.generation;
    write();
    return decision;
}

void GuardFile::note(core::LogSizes const& sizes) {
    if (m_guard.sizes == sizes) return;
    m_guard.sizes = sizes;
    overwriteFile(m_file, core::viewOf(core::encodeGuard(m_guard)));
}

void GuardFile::noteEnded() {
    if (m_guard.hasEnded) return;
    m_guard.hasEnded = true;
    write();
}

void GuardFile::leaveClean(core::LogSizes const& sizes) {
    m_guard.sizes = sizes;
    m_guard.isClean = true;
    write();
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace ob::tests {

/// A disk in memory for SQLite, registered in the process as a VFS under a name, that can lose power, fill up
/// and fail. A write counts as on the disk once its file was synced. When the power goes, of every other
/// write a random subset of its 512-byte sectors is there, in any combination. One connection to a file at a
/// time; one thread.
class PowerLossDisk {
  public:
    explicit PowerLossDisk(std::string name);
    ~PowerLossDisk();
    PowerLossDisk(PowerLossDisk const&) = delete;
    PowerLossDisk& operator=(PowerLossDisk const&) = delete;

    std::string const& name() const { return m_name; }

    /// Everything random from here on follows from the seed.
    void seed(std::uint64_t value) { m_random.seed(value); }
    std::uint64_t random(std::uint64_t below) { return m_random() % below; }

    /// The power goes at the so many-th write, truncation, sync or deletion from now on.
    void losePowerAfter(std::int64_t operations) { m_operationsLeft = operations; }
    bool isOff() const { return m_isOff; }
    /// Goes on with every write: the disk was away and the computer was not.
    void turnOn();
    /// Drops what the disk lost and turns it on. Files that are still open belong to the dead process.
    void restart();

    /// No file grows beyond the sum of all.
    void setCapacity(std::uint64_t bytes) { m_capacity = bytes; }
    void setSyncFails(bool fails) { m_syncFails = fails; }

    using Files = std::map<std::string, std::string>;
    /// Contents as a running program sees them.
    Files files() const;
    /// These contents, all of them synced.
    void setFiles(Files const& files);

    struct Write {
        std::int64_t offset = 0;
        std::string bytes;
        bool isTruncation = false;
    };
    struct File {
        std::string current, durable;
        std::vector<Write> unsynced;
        std::vector<std::unique_ptr<char[]>> sharedMemory;
    };

  private:
    friend struct PowerLossCalls;
    /// True when the operation does not happen any more.
    bool tick();
    bool hasRoomFor(File const& file, std::int64_t end) const;
    std::string survivors(File const& file);

    std::string m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    std::map<std::string, std::shared_ptr<File>> m_files;
    std::mt19937_64 m_random;
    std::int64_t m_operationsLeft = std::numeric_limits<std::int64_t>::max();
    std::uint64_t m_capacity = std::numeric_limits<std::uint64_t>::max();
    bool m_isOff = false;
    bool m_syncFails = false;
    unsigned m_temporaryFiles = 0;
};

} // namespace ob::tests

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/figures.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace ob::tests {

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double fdatasyncMicroseconds(std::filesystem::path const& directory) {
    auto const path = directory / "fdatasync.probe";
    int const file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return -1;
    std::array<char, 4096> block{};
    std::vector<double> times;
    for (int turn = 0; turn < 20; ++turn) {
        double const begin = seconds();
        bool const isDone =
            ::pwrite(file, block.data(), block.size(), turn * 4096) == 4096 && ::fdatasync(file) == 0;
        if (isDone) times.push_back((seconds() - begin) * 1e6);
    }
    ::close(file);
    std::filesystem::remove(path);
    if (times.empty()) return -1;
    std::ranges::nth_element(times, times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2));
    return times[times.size() / 2];
}

void Figures::print(std::string_view name, double value, std::string_view unit) {
    double load = 0;
    ::getloadavg(&load, 1);
    std::printf("{\"name\":\"%.*s\",\"value\":%.3f,\"unit\":\"%.*s\",\"load\":%.2f,\"fdatasync\":%.0f}\n",
                static_cast<int>(name.size()), name.data(), value, static_cast<int>(unit.size()), unit.data(),
                load, fdatasyncMicroseconds(m_directory));
    std::fflush(stdout);
}

} // namespace ob::tests

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/alarm_tone.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>
#include <vector>

namespace ob::app {
namespace {

constexpr std::uint32_t samplesPerSecond = 22'050;
constexpr double loudness = 0.6;
constexpr double fadeSeconds = 0.008; // without it each beep would click

struct Beep {
    double hertz; ///< 0: silence
    int milliseconds;
};

std::vector<Beep> rhythmOf(AlarmTone tone) {
    switch (tone) {
    case AlarmTone::Distress:
        return {{880, 180}, {620, 180}, {880, 180}, {620, 180}, {880, 180}, {620, 180}, {0, 60}};
    case AlarmTone::Alarm: return {{740, 130}, {0, 90}, {740, 130}, {0, 90}, {740, 130}, {0, 60}};
    case AlarmTone::Attention: return {{520, 220}, {0, 60}};
    }
    return {};
}

void add(std::vector<std::int16_t>& samples, Beep beep) {
    auto const count = samplesPerSecond * static_cast<std::uint32_t>(beep.milliseconds) / 1000;
    for (std::uint32_t at = 0; at < count; ++at) {
        double const seconds = double(at) / samplesPerSecond;
        double const left = double(count - at) / samplesPerSecond;
        double const fade = std::min({1.0, seconds / fadeSeconds, left / fadeSeconds});
        double const value = std::sin(2 * std::numbers::pi * beep.hertz * seconds) * fade * loudness;
        samples.push_back(static_cast<std::int16_t>(std::lround(value * 32'767)));
    }
}

void put(core::Bytes& bytes, std::uint32_t number, int size) {
    for (int byte = 0; byte < size; ++byte)
        bytes.push_back(static_cast<std::uint8_t>(number >> (8 * byte)));
}
void put(core::Bytes& bytes, std::string_view text) { bytes.insert(bytes.end(), text.begin(), text.end()); }

} // namespace

core::Bytes wavOf(AlarmTone tone, bool isDrill) {
    std::vector<std::int16_t> samples;
    if (isDrill)
        for (Beep const beep : {Beep{330, 50}, Beep{0, 70}, Beep{330, 50}, Beep{0, 180}})
            add(samples, beep);
    for (Beep const beep : rhythmOf(tone))
        add(samples, beep);
    auto const size = static_cast<std::uint32_t>(samples.size() * 2);
    core::Bytes bytes;
    put(bytes, "RIFF");
    put(bytes, 36 + size, 4);
    put(bytes, "WAVEfmt ");
    put(bytes, 16, 4);
    put(bytes, 1, 2); // PCM
    put(bytes, 1, 2); // one channel
    put(bytes, samplesPerSecond, 4);
    put(bytes, samplesPerSecond * 2, 4);
    put(bytes, 2, 2);
    put(bytes, 16, 2);
    put(bytes, "data");
    put(bytes, size, 4);
    for (auto const sample : samples)
        put(bytes, static_cast<std::uint16_t>(sample), 2);
    return bytes;
}

} // namespace ob::app

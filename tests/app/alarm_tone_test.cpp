// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/alarm_tone.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace ob::app {
namespace {

std::uint32_t number(core::Bytes const& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t byte = 0; byte < 4; ++byte)
        value |= std::uint32_t{bytes.at(at + byte)} << (8 * byte);
    return value;
}

std::vector<std::int16_t> samples(core::Bytes const& wav) {
    std::vector<std::int16_t> found;
    for (std::size_t at = 44; at + 1 < wav.size(); at += 2)
        found.push_back(static_cast<std::int16_t>(wav[at] | wav[at + 1] << 8));
    return found;
}

/// How often it begins to sound.
int beeps(core::Bytes const& wav) {
    auto const all = samples(wav);
    int count = 0;
    std::size_t quiet = 1000;
    for (auto const sample : all) {
        if (std::abs(sample) > 200) {
            if (quiet > 400) ++count;
            quiet = 0;
        } else {
            ++quiet;
        }
    }
    return count;
}

TEST(AlarmTones, areSoundWavFiles) {
    for (auto const tone : {AlarmTone::Distress, AlarmTone::Alarm, AlarmTone::Attention})
        for (bool const isDrill : {false, true}) {
            auto const wav = wavOf(tone, isDrill);
            ASSERT_GT(wav.size(), 44u);
            EXPECT_EQ(std::string(wav.begin(), wav.begin() + 4), "RIFF");
            EXPECT_EQ(number(wav, 4), wav.size() - 8);
            EXPECT_EQ(number(wav, 40), wav.size() - 44);
            auto const all = samples(wav);
            EXPECT_EQ(all.front(), 0) << "begins without a click";
            EXPECT_LT(std::abs(all.back()), 200);
            EXPECT_LT(all.size(), 22'050u * 2) << "shorter than two seconds";
            EXPECT_GT(*std::ranges::max_element(all), 15'000);
        }
}

TEST(AlarmTones, haveARhythmOfTheirOwn) {
    EXPECT_EQ(beeps(wavOf(AlarmTone::Alarm, false)), 3);
    EXPECT_EQ(beeps(wavOf(AlarmTone::Attention, false)), 1);
    std::set<std::size_t> lengths;
    for (auto const tone : {AlarmTone::Distress, AlarmTone::Alarm, AlarmTone::Attention})
        lengths.insert(wavOf(tone, false).size());
    EXPECT_EQ(lengths.size(), 3u);
}

TEST(AlarmTones, sayThatItIsADrill) { EXPECT_EQ(beeps(wavOf(AlarmTone::Attention, true)), 3); }

} // namespace
} // namespace ob::app

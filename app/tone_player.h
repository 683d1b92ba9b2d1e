// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/alarm_tone.h"
#include "ui/console/sound_port.h"

#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace ob::app {

/// Plays the tones by a program that the desktop has: pw-play, paplay or aplay, else the bell that it is
/// given. One tone at a time: a more urgent one cuts a lesser one off, a lesser one is left out. GUI thread.
class TonePlayer final : public ui::SoundPort {
  public:
    /// `bell`: QApplication::beep, or nothing.
    TonePlayer(bool isDrill, std::function<void()> bell);
    ~TonePlayer() override;

    void distress() override { play(AlarmTone::Distress); }
    void alarm() override { play(AlarmTone::Alarm); }
    void attention() override { play(AlarmTone::Attention); }
    /// False without such a program, and when it failed the last time (no sound card, no sound server).
    bool isHeard() const override { return !m_player.isEmpty() && !m_hasFailed; }

  private:
    void play(AlarmTone tone);
    QString fileOf(AlarmTone tone);

    bool m_isDrill;
    std::function<void()> m_bell;
    QString m_player;
    QTemporaryDir m_folder;
    QProcess m_process;
    std::optional<AlarmTone> m_playing;
    bool m_hasFailed = false;
};

} // namespace ob::app

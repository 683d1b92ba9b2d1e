// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/tone_player.h"

#include "app/files.h"

#include <QFile>
#include <QStandardPaths>

namespace ob::app {

TonePlayer::TonePlayer(bool isDrill, std::function<void()> bell)
    : m_isDrill(isDrill), m_bell(std::move(bell)) {
    for (auto const* const program : {"pw-play", "paplay", "aplay"}) {
        m_player = QStandardPaths::findExecutable(QLatin1StringView(program));
        if (!m_player.isEmpty()) break;
    }
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    QObject::connect(&m_process, &QProcess::finished, &m_process,
                     [this](int code, QProcess::ExitStatus status) {
                         // Cut off by a more urgent tone is no failure.
                         if (status == QProcess::NormalExit) m_hasFailed = code != 0;
                         m_playing.reset();
                     });
    QObject::connect(&m_process, &QProcess::errorOccurred, &m_process, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;
        m_hasFailed = true;
        m_playing.reset();
    });
}

TonePlayer::~TonePlayer() {
    m_process.disconnect();
    m_process.kill();
    m_process.waitForFinished(1000);
}

QString TonePlayer::fileOf(AlarmTone tone) {
    auto const file = m_folder.filePath(QStringLiteral("%1.wav").arg(static_cast<int>(tone)));
    if (!QFile::exists(file)) writeFile(file.toStdString(), wavOf(tone, m_isDrill));
    return file;
}

void TonePlayer::play(AlarmTone tone) {
    if (m_playing && *m_playing <= tone) return;
    if (m_player.isEmpty() || !m_folder.isValid()) {
        if (m_bell) m_bell();
        return;
    }
    if (m_hasFailed && m_bell) m_bell();
    if (m_playing) {
        m_process.kill();
        m_process.waitForFinished(200);
    }
    try {
        m_process.start(m_player, {fileOf(tone)});
        m_playing = tone;
    } catch (FileError const&) {
        m_hasFailed = true;
    }
}

} // namespace ob::app

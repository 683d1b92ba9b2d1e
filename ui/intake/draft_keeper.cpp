// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/draft_keeper.h"

#include <utility>

namespace ob::ui {

DraftKeeper::DraftKeeper(DraftPort& port, std::function<IntakeNotes()> notes, QObject* parent)
    : QObject(parent), m_port(port), m_notes(std::move(notes)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(everyMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

void DraftKeeper::touch() {
    m_isChanged = true;
    // Not started anew by every letter: who types without a pause is kept as well.
    if (!m_timer.isActive()) m_timer.start();
    if (m_notes().isEmpty()) flush();
}

void DraftKeeper::flush() {
    m_timer.stop();
    if (!std::exchange(m_isChanged, false)) return;
    IntakeNotes const notes = m_notes();
    bool const isKept = m_port.save(notes.isEmpty() ? QByteArray() : bytesOf(notes));
    bool const hadFailed = std::exchange(m_hasFailed, !isKept);
    if (!isKept && !hadFailed) Q_EMIT failed();
}

} // namespace ob::ui

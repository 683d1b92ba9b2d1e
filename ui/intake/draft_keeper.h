// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/intake/call_draft.h"
#include "ui/intake/draft_port.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace ob::ui {

/// Puts what is half filled away: some seconds after a change, and at once when nothing is left.
class DraftKeeper : public QObject {
    Q_OBJECT
  public:
    static constexpr int everyMilliseconds = 2000;

    DraftKeeper(DraftPort& port, std::function<IntakeNotes()> notes, QObject* parent = nullptr);
    /// Something has changed.
    void touch();
    /// Now, if something has changed since.
    void flush();

  Q_SIGNALS:
    /// Once, until it can be kept again.
    void failed();

  private:
    DraftPort& m_port;
    std::function<IntakeNotes()> m_notes;
    QTimer m_timer;
    bool m_isChanged = false;
    bool m_hasFailed = false;
};

} // namespace ob::ui

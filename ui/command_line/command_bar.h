// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/preview.h"
#include "ui/command_line/candidate_list.h"
#include "ui/console/alarm_desk.h"
#include "ui/console/console.h"

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace ob::ui {

/// The line in which everything can be asked for: verb first, and below it in words what Enter will do. Enter
/// sends exactly what is painted (core/language/preview.h).
class CommandBar : public QWidget {
    Q_OBJECT
  public:
    CommandBar(Console& console, AlarmDesk& alarms, QWidget* parent = nullptr);

    void focusLine();
    /// As if it had been typed; `isSent`: with Enter behind it.
    void propose(QString const& line, bool isSent);
    QString line() const;
    /// What is painted beside the line.
    QString told() const { return m_told.words; }
    QSize sizeHint() const override;

  Q_SIGNALS:
    /// Help on all verbs, or on one.
    void helpWanted(std::optional<ob::core::Verb> verb);
    /// Esc: back to where the focus was before.
    void left();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    enum class Mood : std::uint8_t { Plain, Amber, Refused, Done };
    struct Told {
        QString words;
        Mood mood = Mood::Plain;
    };
    bool pressKey(int key);
    void edited();
    void repaintPreview();
    void paintMeaning(core::Preview preview);
    /// Hazards of where the painted line sends units.
    QString caution() const;
    /// Why the list of alarms will not do what is painted; empty when it will, or is not asked.
    QString refusalOfAlarms() const;
    void complete();
    void insert(int row);
    void enter();
    void sendCommand(core::Command command, QString const& sentence);
    void answer(core::Query const& query);
    void answerOfAlarms(core::Query const& query);
    /// What the language is read in; borrows `context` and what was made last.
    core::Surroundings around(core::Context const& context);
    void remember();
    void showHits(std::vector<core::SearchHit> const& hits);
    void say(QString const& words, Mood mood);
    void recall(int step);
    void dress();
    void place();
    void translate();

    Console& m_console;
    AlarmDesk& m_alarms;
    std::vector<core::StandingAlarm> m_standing; ///< as the language was told last
    QLineEdit* m_line;
    QToolButton* m_send; ///< Enter, for a hand on the mouse
    CandidateList* m_candidates;
    core::Preview m_painted;
    core::Completions m_completions;
    std::vector<core::SearchHit> m_hits; ///< listed instead of candidates
    Told m_told;
    bool m_isConfirming = false; ///< Enter was pressed on an amber preview
    QStringList m_history;
    qsizetype m_recalled = 0;
    QString m_unsent; ///< what was typed before the history was looked through
};

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/incident_watch.h"
#include "ui/panels/attachment_hand.h"
#include "ui/panels/timeline_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QStandardItemModel;
class QToolButton;

namespace ob::ui {

class IncidentHead;
class NoteLine;
class UnitStepBar;
class IncidentUnits;
class PanelHeader;
class PremiseStrip;

/// The selected incident: what and where, who answers for it, its units, its timeline, and a note to add.
/// What its buttons do is said in the command bar first.
class Inspector : public QWidget {
    Q_OBJECT
  public:
    explicit Inspector(Console& console, QWidget* parent = nullptr);

    PanelHeader* header() { return m_header; }
    void focusNote();
    QSize sizeHint() const override;

  Q_SIGNALS:
    void menuWanted(ob::core::UnitId unit, QPoint globalPosition);
    /// To when a line of the timeline was known.
    void lookBackWanted(ob::core::Instant at);

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void build();
    void translate();
    void refresh();
    void openLineMenu(QPoint at);
    void lookBackTo(QModelIndex const& line);
    void addNote(QString const& words, QStringList const& files);
    void submit(core::AddNote note);
    /// What it shows of an attachment, else the look back to it.
    void openLine(QModelIndex const& line);
    /// "VERB number " into the command bar.
    void ask(QString const& verb);
    std::shared_ptr<core::Incident const> shown() const;

    Console& m_console;
    PanelHeader* m_header;
    QToolButton* m_pin;
    QWidget* m_content;
    QLabel* m_empty;
    QWidget* m_bar; ///< of what can be done
    PremiseStrip* m_premises;
    IncidentWatch m_watch;
    IncidentHead* m_head;
    QLabel* m_unitsTitle;
    IncidentUnits* m_units;
    UnitStepBar* m_steps;
    QLabel* m_timelineTitle;
    AttachmentShelf m_shelf;
    AttachmentHand m_attachments;
    TimelineModel m_timeline;
    QListView* m_lines;
    NoteLine* m_note;
    struct Button {
        QToolButton* button;
        QString verb;
    };
    std::vector<Button> m_buttons;
};

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"
#include "core/rules/sop_book.h"
#include "ui/intake/call_book.h"
#include "ui/intake/intake_key.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;

namespace ob::ui {

class CallForm;
class CallTabs;
class DuplicateList;
class FlatButton;
class Heading;
class PremiseCard;
class PremiseHistory;
class PremiseSheet;
class RingBackList;
class SopPanel;

/// Call intake (接警): one takes a call by the keyboard alone, sees what is known of the place and what may
/// be the same, and has the card of the type at hand. Lives in a dock, from 360 pixels of width on. Keys:
/// intake_key.h.
class IntakePanel : public QWidget {
    Q_OBJECT
  public:
    /// `cards` and `drafts` outlive it.
    IntakePanel(Console& console, core::SopBook const& cards, DraftPort& drafts, QWidget* parent = nullptr);
    ~IntakePanel() override;

    CallBook& book() { return *m_book; }
    QSize sizeHint() const override { return {420, 860}; }

  public Q_SLOTS:
    /// The keyboard goes to the call: to where it was left, else to the type.
    void start();
    /// The answer to `placeWanted`, or a place that was pointed at unasked.
    void setPlace(ob::core::GeoPoint place);

  Q_SIGNALS:
    /// Somebody is to click on the map.
    void placeWanted();
    /// Esc, and it is not known from where the keyboard came.
    void left();

  protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void build(core::SopBook const& cards);
    QWidget* header();
    QWidget* offerBar();
    QWidget* footer();
    void wire();
    void followFocus(QWidget* old, QWidget* now);
    void obey(IntakeKey key);
    void take(CallBook::Saving saving);
    void leave();
    void join(core::IncidentId incident);
    void joinFirst();
    void askMap();
    void takeUp();
    void turn();
    /// What the call means now.
    void restate();
    void restateFoot();
    void restateHeader();
    void lookUp();
    void showHazards();
    void toggleHazards();
    void askHistory();
    void retranslate();
    void refit();
    void fitPremise();
    void restyle();

    Console& m_console;
    CallBook* m_book;
    PremiseHistory* m_history;
    Heading* m_title = nullptr;
    FlatButton* m_newCall = nullptr;
    QWidget* m_offer = nullptr;
    QLabel* m_offerWords = nullptr;
    FlatButton* m_restore = nullptr;
    FlatButton* m_discard = nullptr;
    CallTabs* m_tabs = nullptr;
    PremiseCard* m_premise = nullptr;
    QPointer<PremiseSheet> m_sheet; ///< of the window that it was opened in
    CallForm* m_form = nullptr;
    RingBackList* m_ringBacks = nullptr;
    DuplicateList* m_duplicates = nullptr;
    SopPanel* m_card = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_foot = nullptr;
    FlatButton* m_save = nullptr;
    FlatButton* m_dropped = nullptr;
    QTimer m_lookUp;
    QTimer m_askHistory;
    QPointer<QWidget> m_cameFrom; ///< where the keyboard was before it came here
    QPointer<QWidget> m_lastHere;
};

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/intake/line_button.h"

#include <QLineEdit>
#include <QPointer>

#include <functional>
#include <vector>

namespace ob::ui {

/// A line edit with a list of what could be meant, below it while somebody types. Up and Down go through the
/// list, Enter and Tab take what is marked and go on to the next field, Esc closes the list. What the input
/// method still composes is not looked up.
class SuggestingEdit : public QLineEdit {
    Q_OBJECT
  public:
    enum class Preselect : std::uint8_t {
        First,  ///< Enter takes the first: what is typed has to be one of them
        Nothing ///< Enter takes what is typed: the list is an offer
    };
    using Suggest = std::function<std::vector<ListLine>(QString const& typed)>;

    explicit SuggestingEdit(Preselect preselect, QWidget* parent = nullptr);
    ~SuggestingEdit() override;
    /// The list is painted over `ground`, which holds this field.
    void suggest(Suggest suggest, QWidget* ground);
    bool isListOpen() const;
    void closeList();
    std::size_t suggestions() const { return m_lines.size(); }

  Q_SIGNALS:
    /// Which of those that were given last.
    void taken(std::size_t index);
    /// Enter, and nothing is left to take.
    void finished();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    class List;
    void lookUp();
    void openList();
    void moveTo(int marked);
    bool takeMarked();

    Preselect m_preselect;
    Suggest m_suggest;
    QPointer<QWidget> m_ground;
    QPointer<List> m_list;
    std::vector<ListLine> m_lines;
    int m_marked = -1;
};

} // namespace ob::ui

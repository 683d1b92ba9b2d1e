// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTemporaryDir>
#include <QWidget>

class QLineEdit;
class QMimeData;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace ob::ui {

/// Where a note is written: by hand, or one of the usual ones from a menu. Files go with what is written by
/// hand: chosen, dropped upon the line, or an image that is pasted.
class NoteLine : public QWidget {
    Q_OBJECT
  public:
    explicit NoteLine(QWidget* parent = nullptr);

    QLineEdit* line() { return m_line; }
    void translate();
    /// Whether files can go with a note at all.
    void offerAttaching(bool isOffered);
    /// Those that wait for the note, in order.
    QStringList files() const { return m_files; }
    /// Each once; refuses what is more than a note may have.
    void attach(QStringList const& files);
    void dropFiles();
    /// While they are copied nothing is changed.
    void hold(bool isHeld);

  Q_SIGNALS:
    /// Words without blanks at their ends; they or the files are not empty. The line keeps both until they
    /// are cleared.
    void entered(QString const& words, QStringList const& files);
    void refused(QString const& words);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void enter();
    void choose();
    void lay(QStringList const& files);
    /// False when there is nothing in it that can be attached.
    bool take(QMimeData const& offered, bool isTried);
    bool paste();

    QLineEdit* m_line;
    QToolButton* m_attach;
    QToolButton* m_usual;
    QScrollArea* m_shown;
    QVBoxLayout* m_rows = nullptr;
    QStringList m_files;
    bool m_isOffered = false;
    bool m_isHeld = false;
    QTemporaryDir m_folder; ///< of what was pasted
    int m_pasted = 0;
};

} // namespace ob::ui

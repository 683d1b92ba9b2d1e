// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

class QSettings;

namespace ob::ui {

/// Where everything stands: as Qt writes it, which only Qt can read.
struct WindowLayout {
    QByteArray geometry; ///< of the main window
    QByteArray docks;
    QByteArray sideMap; ///< of the second map; empty: it was never open
    bool hasSideMap = false;
    bool hasWall = false;
    friend bool operator==(WindowLayout const&, WindowLayout const&) = default;
};

/// Layouts that an operator has named, in the order of being made; each operator has his own. Names differ in
/// more than case and width. Kept with the other looks of the desk.
class OwnLayouts {
  public:
    explicit OwnLayouts(QSettings& settings) : m_settings(settings) {}

    enum class Answer : std::uint8_t {
        Done,
        NoName,  ///< nothing but blanks, or nobody is at the desk
        TooLong, ///< more than `longestName` characters
        Taken,   ///< another one is called so
        Full,    ///< there are `most` already
        Gone     ///< there is none of this name
    };
    QStringList names(QString const& person) const;
    /// Nothing when there is none, or what is kept cannot be one.
    std::optional<WindowLayout> find(QString const& person, QString const& name) const;
    /// One of the same name is replaced.
    Answer save(QString const& person, QString const& name, WindowLayout const& layout);
    Answer rename(QString const& person, QString const& name, QString const& wanted);
    Answer remove(QString const& person, QString const& name);

    static constexpr qsizetype most = 9; ///< one for each key with a number
    static constexpr qsizetype longestName = 40;

  private:
    struct Kept {
        QString name;
        WindowLayout layout;
    };
    QList<Kept> read(QString const& person) const;
    void write(QString const& person, QList<Kept> const& all);

    QSettings& m_settings;
};

} // namespace ob::ui

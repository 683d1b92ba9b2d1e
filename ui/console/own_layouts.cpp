// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/own_layouts.h"

#include "core/text.h"
#include "ui/text/sentence.h"

#include <QSettings>

#include <algorithm>

namespace ob::ui {
namespace {

std::string folded(QString const& name) { return core::foldCase(core::normalise(name.toStdString())); }
QString plain(QString const& name) { return textOf(core::normalise(name.toStdString())); }

/// No name of a person stands in the file of looks.
QString groupOf(QString const& person) {
    return QStringLiteral("layouts/")
           + QString::fromLatin1(QByteArray::fromStdString(folded(person)).toHex());
}

auto named(auto& all, QString const& name) {
    return std::ranges::find_if(all, [&](auto const& kept) { return folded(kept.name) == folded(name); });
}

bool isTooLong(QString const& name) {
    return !core::fitsCodePoints(name.toStdString(), static_cast<std::size_t>(OwnLayouts::longestName));
}

} // namespace

QList<OwnLayouts::Kept> OwnLayouts::read(QString const& person) const {
    QList<Kept> all;
    if (folded(person).empty()) return all;
    int const size = m_settings.beginReadArray(groupOf(person));
    for (int at = 0; at < std::min<int>(size, most); ++at) {
        m_settings.setArrayIndex(at);
        auto const bytes = [this](char const* key) {
            return m_settings.value(QLatin1StringView(key)).toByteArray();
        };
        Kept kept{.name = plain(m_settings.value(QStringLiteral("name")).toString()),
                  .layout = {.geometry = bytes("geometry"),
                             .docks = bytes("docks"),
                             .sideMap = bytes("sidemap"),
                             .hasSideMap = m_settings.value(QStringLiteral("hasSidemap")).toBool(),
                             .hasWall = m_settings.value(QStringLiteral("hasWall")).toBool()}};
        bool const isOne = !kept.name.isEmpty() && !isTooLong(kept.name) && !kept.layout.docks.isEmpty();
        if (isOne && named(all, kept.name) == all.end()) all.push_back(std::move(kept));
    }
    m_settings.endArray();
    return all;
}

void OwnLayouts::write(QString const& person, QList<Kept> const& all) {
    m_settings.remove(groupOf(person));
    m_settings.beginWriteArray(groupOf(person), static_cast<int>(all.size()));
    for (qsizetype at = 0; at < all.size(); ++at) {
        auto const& [name, layout] = all[at];
        m_settings.setArrayIndex(static_cast<int>(at));
        m_settings.setValue(QStringLiteral("name"), name);
        m_settings.setValue(QStringLiteral("geometry"), layout.geometry);
        m_settings.setValue(QStringLiteral("docks"), layout.docks);
        m_settings.setValue(QStringLiteral("sidemap"), layout.sideMap);
        m_settings.setValue(QStringLiteral("hasSidemap"), layout.hasSideMap);
        m_settings.setValue(QStringLiteral("hasWall"), layout.hasWall);
    }
    m_settings.endArray();
    m_settings.sync(); // it is wanted tomorrow, also when the program is killed today
}

QStringList OwnLayouts::names(QString const& person) const {
    QStringList names;
    for (auto const& kept : read(person))
        names << kept.name;
    return names;
}

std::optional<WindowLayout> OwnLayouts::find(QString const& person, QString const& name) const {
    auto const all = read(person);
    auto const found = named(all, name);
    return found == all.end() ? std::nullopt : std::optional(found->layout);
}

OwnLayouts::Answer OwnLayouts::save(QString const& person, QString const& name, WindowLayout const& layout) {
    if (plain(name).isEmpty() || folded(person).empty()) return Answer::NoName;
    if (isTooLong(plain(name))) return Answer::TooLong;
    auto all = read(person);
    if (auto const found = named(all, name); found != all.end()) {
        found->layout = layout;
    } else {
        if (all.size() >= most) return Answer::Full;
        all.push_back({.name = plain(name), .layout = layout});
    }
    write(person, all);
    return Answer::Done;
}

OwnLayouts::Answer OwnLayouts::rename(QString const& person, QString const& name, QString const& wanted) {
    if (plain(wanted).isEmpty()) return Answer::NoName;
    if (isTooLong(plain(wanted))) return Answer::TooLong;
    auto all = read(person);
    auto const found = named(all, name);
    if (found == all.end()) return Answer::Gone;
    auto const other = named(all, wanted);
    if (other != all.end() && other != found) return Answer::Taken;
    found->name = plain(wanted);
    write(person, all);
    return Answer::Done;
}

OwnLayouts::Answer OwnLayouts::remove(QString const& person, QString const& name) {
    auto all = read(person);
    auto const found = named(all, name);
    if (found == all.end()) return Answer::Gone;
    all.erase(found);
    write(person, all);
    return Answer::Done;
}

} // namespace ob::ui

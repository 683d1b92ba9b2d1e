// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/failed_sign_ins.h"

#include "core/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ob::app {
namespace {

std::string keyOf(std::string_view name) { return core::foldCase(core::normalise(name)); }

core::Duration waitAfter(unsigned count) {
    if (count < FailedSignIns::freeAttempts) return {};
    unsigned const doublings = std::min(count - FailedSignIns::freeAttempts, 10u);
    return std::min(core::Duration::ofMilliseconds(FailedSignIns::firstWait.milliseconds() << doublings),
                    FailedSignIns::longestWait);
}

} // namespace

FailedSignIns FailedSignIns::of(core::ByteView bytes, core::Duration now) {
    FailedSignIns made;
    auto const object = QJsonDocument::fromJson(QByteArray(reinterpret_cast<char const*>(bytes.data()),
                                                           static_cast<qsizetype>(bytes.size())))
                            .object();
    for (auto each = object.begin(); each != object.end(); ++each) {
        auto const pair = each.value().toArray();
        Failures const kept{.count = static_cast<unsigned>(std::clamp(pair.at(0).toInt(), 0, 1000)),
                            .last = core::Duration::ofMilliseconds(pair.at(1).toInteger())};
        if (kept.last <= now) made.m_byName[each.key().toStdString()] = kept;
    }
    return made;
}

core::Bytes FailedSignIns::bytes() const {
    QJsonObject object;
    for (auto const& [name, failures] : m_byName)
        object.insert(QString::fromStdString(name),
                      QJsonArray{static_cast<int>(failures.count), qint64{failures.last.milliseconds()}});
    auto const text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return {text.begin(), text.end()};
}

core::Duration FailedSignIns::wait(std::string_view name, core::Duration now) const {
    auto const found = m_byName.find(keyOf(name));
    if (found == m_byName.end()) return {};
    auto const over = found->second.last.milliseconds() + waitAfter(found->second.count).milliseconds();
    return core::Duration::ofMilliseconds(std::max<std::int64_t>(over - now.milliseconds(), 0));
}

void FailedSignIns::failed(std::string_view name, core::Duration now) {
    auto& failures = m_byName[keyOf(name)];
    ++failures.count;
    failures.last = now;
    if (m_byName.size() <= maxNames) return;
    m_byName.erase(std::ranges::min_element(m_byName, {}, [](auto const& each) { return each.second.last; }));
}

void FailedSignIns::succeeded(std::string_view name) { m_byName.erase(keyOf(name)); }

} // namespace ob::app

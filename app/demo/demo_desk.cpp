// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_desk.h"

#include "app/files.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ob::app {
namespace {

constexpr int startWithinMs = 60'000;
constexpr int endWithinMs = 20'000;

} // namespace

DemoDesk::DemoDesk(Place place, QStringList const& peers, std::function<void(QJsonObject const&)> seen)
    : m_place(std::move(place)) {
    QString const data = ui::textOf(m_place.data.string());
    QStringList arguments{QStringLiteral("desk"),     QStringLiteral("run"),
                          QStringLiteral("--data"),   data,
                          QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
    for (QString const& peer : peers)
        arguments << QStringLiteral("--peer") << peer;
    m_process.setStandardErrorFile(ui::textOf(m_place.log.string()), QIODevice::Append);
    m_process.start(QCoreApplication::applicationFilePath(), arguments);
    while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
        if (!m_process.waitForReadyRead(startWithinMs)) break;
    auto const started = QJsonDocument::fromJson(m_process.readLine()).object();
    m_endpoint = started[QStringLiteral("listening")].toString();
    if (m_endpoint.isEmpty())
        throw FileError("the desk " + m_place.data.string() + " did not start; see " + m_place.log.string());
    QString const position = ui::textOf(m_place.agency) + QStringLiteral("-1");
    m_lines = std::make_unique<ControlStream>(
        m_place.data,
        QStringList{QStringLiteral("do"), QStringLiteral("--json"), QStringLiteral("--confirm"),
                    QStringLiteral("--data"), data, QStringLiteral("--map"), ui::textOf(m_place.map.string()),
                    QStringLiteral("--operator"), QStringLiteral("演练"), QStringLiteral("--position"),
                    position, QStringLiteral("--role"), QStringLiteral("call-taker,dispatcher,supervisor"),
                    QStringLiteral("-")},
        nullptr);
    m_positions =
        std::make_unique<ControlStream>(m_place.data,
                                        QStringList{QStringLiteral("position"), QStringLiteral("--json"),
                                                    QStringLiteral("--data"), data, QStringLiteral("-")},
                                        nullptr);
    m_changes = std::make_unique<ControlStream>(
        m_place.data, QStringList{QStringLiteral("watch"), QStringLiteral("--data"), data}, std::move(seen));
}

DemoDesk::~DemoDesk() {
    m_changes.reset();
    m_positions.reset();
    m_lines.reset();
    m_process.terminate();
    if (!m_process.waitForFinished(endWithinMs)) m_process.kill();
    m_process.waitForFinished(endWithinMs);
}

bool DemoDesk::pump() {
    bool const isThere = m_lines->pump();
    return m_positions->pump() && m_changes->pump() && isThere;
}

std::vector<int> DemoDesk::descriptors() const {
    return {m_lines->descriptor(), m_positions->descriptor(), m_changes->descriptor()};
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/control_frames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ob::app {
namespace {

QString toQt(std::string const& text) { return QString::fromStdString(text); }

} // namespace

net::Frame frameOf(ControlFrame type, std::string_view payload) {
    return {.type = static_cast<std::uint8_t>(type), .payload = {payload.begin(), payload.end()}};
}

net::Frame frameOf(ControlRequest const& request) {
    QJsonObject const object{{QStringLiteral("arguments"), QJsonArray::fromStringList(request.arguments)},
                             {QStringLiteral("folder"), toQt(request.folder)},
                             {QStringLiteral("language"), toQt(request.language)},
                             {QStringLiteral("version"), toQt(request.version)},
                             {QStringLiteral("progress"), request.isErrorTerminal}};
    return frameOf(ControlFrame::Request, QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
}

std::optional<ControlRequest> requestOf(net::Frame const& frame) {
    auto const text = textOf(frame);
    auto const document =
        QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    QJsonObject const object = document.object();
    QJsonArray const arguments = object.value(QStringLiteral("arguments")).toArray();
    ControlRequest request{
        .folder = object.value(QStringLiteral("folder")).toString().toStdString(),
        .language = object.value(QStringLiteral("language")).toString().toStdString(),
        .version = object.value(QStringLiteral("version")).toString().toStdString(),
        .isErrorTerminal = object.value(QStringLiteral("progress")).toBool(),
    };
    for (auto const& each : arguments)
        request.arguments << each.toString();
    if (request.arguments.isEmpty()) return std::nullopt;
    return request;
}

std::string_view textOf(net::Frame const& frame) {
    return {reinterpret_cast<char const*>(frame.payload.data()), frame.payload.size()};
}

} // namespace ob::app

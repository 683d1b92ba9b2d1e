// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/demo/control_stream.h"

#include "app/control_frames.h"
#include "app/files.h"

#include <QJsonDocument>

#include <utility>

namespace ob::app {
namespace {

net::ControlClient connectedTo(std::filesystem::path const& desk) {
    if (auto client = net::ControlClient::connect(desk)) return *std::move(client);
    throw FileError("no desk is running on " + desk.string());
}

} // namespace

ControlStream::ControlStream(std::filesystem::path const& desk, QStringList const& arguments,
                             std::function<void(QJsonObject const&)> heard)
    : m_client(connectedTo(desk)), m_heard(std::move(heard)) {
    m_client.send(frameOf(ControlRequest{.arguments = arguments,
                                         .folder = std::filesystem::current_path().string(),
                                         .language = "zh_CN",
                                         .version = OB_VERSION,
                                         .isErrorTerminal = false}));
}

void ControlStream::send(std::string line, Answered answered) {
    m_waiting.push_back({std::move(line), std::move(answered)});
    if (m_wantsInput) handOver();
}

void ControlStream::handOver() {
    if (m_waiting.empty()) return;
    m_asked = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_wantsInput = false;
    m_client.send(frameOf(ControlFrame::Input, m_asked->text + '\n'));
}

void ControlStream::endAnswer() {
    auto const asked = std::exchange(m_asked, std::nullopt);
    auto const answer = std::exchange(m_answer, {});
    if (asked && asked->answered) asked->answered(answer);
}

void ControlStream::takeOutput(std::string_view bytes) {
    m_partial += bytes;
    std::size_t begin = 0;
    for (auto end = m_partial.find('\n'); end != std::string::npos; end = m_partial.find('\n', begin)) {
        auto const line =
            QByteArray::fromRawData(m_partial.data() + begin, static_cast<qsizetype>(end - begin));
        auto const object = QJsonDocument::fromJson(line).object();
        begin = end + 1;
        if (m_asked)
            m_answer.push_back(object);
        else if (m_heard)
            m_heard(object);
    }
    m_partial.erase(0, begin);
}

bool ControlStream::take(net::Frame const& frame) {
    switch (static_cast<ControlFrame>(frame.type)) {
    case ControlFrame::Output: takeOutput(textOf(frame)); return true;
    case ControlFrame::WantInput:
        endAnswer();
        m_wantsInput = true;
        handOver();
        return true;
    case ControlFrame::ErrorOutput: return true;
    case ControlFrame::Exit:
    case ControlFrame::Request:
    case ControlFrame::Input:
    case ControlFrame::InputEnd:
    case ControlFrame::WantSecret: // it has none
    case ControlFrame::Secret:
    case ControlFrame::Cancel: break;
    }
    return false;
}

bool ControlStream::pump() {
    net::Frame frame;
    while (!m_hasEnded) {
        switch (m_client.receive(frame, core::Duration())) {
        case net::ControlClient::Heard::Nothing: return true;
        case net::ControlClient::Heard::Frame: m_hasEnded = !take(frame); break;
        case net::ControlClient::Heard::End: m_hasEnded = true; break;
        }
    }
    endAnswer();
    return false;
}

} // namespace ob::app

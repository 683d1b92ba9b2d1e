// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/outside_program.h"

#include <QProcessEnvironment>
#include <QStandardPaths>

namespace ob::app {
namespace {

constexpr int turnMilliseconds = 200;
/// A line that is longer is not one of what we read.
constexpr qsizetype maxLine = 64 * 1024 * 1024;
/// Bytes that may wait for a program that takes them slowly.
constexpr qint64 maxWaiting = 4 * 1024 * 1024;
constexpr qsizetype maxLastWords = 4000;

/// The last line with a word in it; programs draw progress with carriage returns.
QString lastLine(QByteArray words) {
    words.replace('\r', '\n');
    auto const lines = words.split('\n');
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        if (!line->trimmed().isEmpty()) {
            QString text = QString::fromUtf8(line->trimmed().left(300));
            while (text.endsWith(QLatin1Char('.')))
                text.chop(1); // it becomes a part of a sentence
            return text;
        }
    return {};
}

} // namespace

OutsideProgram::OutsideProgram(QString name, IsStopped isStopped)
    : m_name(std::move(name)), m_isStopped(std::move(isStopped)) {}

bool OutsideProgram::exists(QString const& name) { return !QStandardPaths::findExecutable(name).isEmpty(); }

void OutsideProgram::start(QProcess& process, QStringList const& arguments) const {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.start(m_name, arguments);
    if (!process.waitForStarted(-1))
        throw ProgramFailure(ProgramFailure::Kind::Missing, m_name, process.errorString());
}

void OutsideProgram::fail(QProcess& process, ProgramFailure::Kind kind) {
    process.kill();
    process.waitForFinished(-1);
    m_lastWords += process.readAllStandardError();
    throw ProgramFailure(kind, m_name, lastLine(m_lastWords));
}

void OutsideProgram::readLines(QProcess& process, Line const& onLine) {
    QByteArray piece;
    while (process.state() != QProcess::NotRunning || process.bytesAvailable() > 0) {
        if (process.bytesAvailable() == 0) process.waitForReadyRead(turnMilliseconds);
        m_lastWords = (m_lastWords + process.readAllStandardError()).right(maxLastWords);
        if (m_isStopped()) fail(process, ProgramFailure::Kind::Stopped);
        piece += process.readAllStandardOutput();
        qsizetype begin = 0;
        for (qsizetype end = 0; (end = piece.indexOf('\n', begin)) >= 0; begin = end + 1)
            if (onLine) onLine({piece.constData() + begin, static_cast<std::size_t>(end - begin)});
        piece.remove(0, begin);
        if (!onLine) m_lastWords = (m_lastWords + std::exchange(piece, {})).right(maxLastWords);
        if (piece.size() > maxLine) fail(process, ProgramFailure::Kind::Failed);
    }
    if (onLine && !piece.isEmpty()) onLine({piece.constData(), static_cast<std::size_t>(piece.size())});
}

int OutsideProgram::finish(QProcess& process, QList<int> const& goodCodes) {
    process.waitForFinished(-1);
    m_lastWords = (m_lastWords + process.readAllStandardError()).right(maxLastWords);
    if (process.exitStatus() != QProcess::NormalExit || !goodCodes.contains(process.exitCode()))
        throw ProgramFailure(ProgramFailure::Kind::Failed, m_name, lastLine(m_lastWords));
    return process.exitCode();
}

int OutsideProgram::run(QStringList const& arguments, Line const& onLine, QList<int> const& goodCodes) {
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    m_lastWords.clear();
    start(process, arguments);
    readLines(process, onLine);
    return finish(process, goodCodes);
}

void OutsideProgram::runAfter(OutsideProgram& source, QStringList const& sourceArguments,
                              QStringList const& arguments,
                              std::function<std::string(std::string_view)> const& change) {
    QProcess process;
    m_lastWords.clear();
    start(process, arguments);
    source.run(sourceArguments, [&](std::string_view line) {
        std::string const changed = change(line);
        if (changed.empty()) return;
        process.write(changed.data(), static_cast<qint64>(changed.size()));
        process.write("\n", 1);
        while (process.bytesToWrite() > maxWaiting && process.state() == QProcess::Running)
            process.waitForBytesWritten(turnMilliseconds);
    });
    while (process.bytesToWrite() > 0 && process.state() == QProcess::Running)
        process.waitForBytesWritten(turnMilliseconds);
    process.closeWriteChannel();
    readLines(process, {});
    finish(process, {0});
}

} // namespace ob::app

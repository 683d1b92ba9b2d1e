// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/premise_text.h"

#include "ui/text/sentence.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class PremiseFaultText {
    Q_DECLARE_TR_FUNCTIONS(PremiseFaultText)
  public:
    static QString of(core::PremiseRowFault const& fault) {
        using Fault = core::PremiseFault;
        QString const column = textOf(fault.column);
        QString const value = textOf(fault.value);
        switch (fault.fault) {
        case Fault::NotReadable:
            return filled(tr("This is no table and no GeoJSON that can be read: %1."), {value});
        case Fault::MissingColumn: return filled(tr("The file has no column %1."), {column});
        case Fault::ColumnTwice:
            return filled(tr("%1 and %2 mean the same. Keep one of them."), {column, value});
        case Fault::NoRows: return tr("There is no place in it. To empty the list: premise remove --all.");
        case Fault::TooMany: return filled(tr("A desk holds at most %1 records."), {value});
        case Fault::FieldCount:
            return filled(tr("It has %1 fields, the header has another number. Look for a delimiter inside a "
                             "text and put the text in quotes."),
                          {value});
        case Fault::OpenQuote: return tr("A quotation mark is never closed. Close it in the file.");
        case Fault::TooLong: return tr("It is longer than a row may be. Look for a missing quotation mark.");
        case Fault::BadText:
            return tr(
                "It has characters that cannot be read. If the file comes from a Chinese spreadsheet, add "
                "--encoding gb18030.");
        case Fault::NoName: return filled(tr("There is no name in %1."), {column});
        case Fault::NoPlace: return tr("It has neither an address nor coordinates.");
        case Fault::BadPlace: return filled(tr("%1 is no place on earth."), {value});
        case Fault::SwappedPlace: return filled(tr("Latitude and longitude look exchanged: %1."), {value});
        case Fault::BadArea:
            return tr("Its geometry is no point and no closed polygon of at least three corners.");
        case Fault::TooManyCorners: return filled(tr("Its outline has more than %1 corners."), {value});
        case Fault::BadReach: return filled(tr("%1 in %2 is no radius: 1 to 10000 metres."), {value, column});
        case Fault::NothingSaid: return tr("It names no hazard and says nothing.");
        case Fault::UnknownHazard:
            return filled(tr("%1 in %2 is no hazard of the list. See premise hazards."), {value, column});
        case Fault::TooManyHazards: return filled(tr("It has more than %1 hazards."), {value});
        case Fault::BadDate: return filled(tr("%1 in %2 is no date such as 2026-12-31."), {value, column});
        case Fault::FutureDate: return filled(tr("%1 in %2 is later than today."), {value, column});
        case Fault::TextTooLong: return filled(tr("%1 is longer than %2 bytes."), {column, value});
        case Fault::KeyTwice:
            return filled(tr("It is the same place as in line %1, or has the same id."), {value});
        }
        return {};
    }
    static QString line(std::uint64_t number, QString const& text) {
        return filled(tr("Line %1: %2"), {QString::number(number), text});
    }
    static QString taken(std::size_t made, std::size_t replaced, std::size_t removed) {
        return filled(tr("%1 places new, %2 replaced, %3 removed"),
                      {QString::number(made), QString::number(replaced), QString::number(removed)});
    }
    static QString refused(std::size_t faults) {
        return filled(tr("Nothing was taken: %1 faults. Mend the file and import it again."),
                      {QString::number(faults)});
    }
    static QString ignored(QStringList const& columns) {
        return filled(tr("Columns that mean nothing here: %1"), {listed(columns)});
    }
};

} // namespace

QString premiseFaultText(core::PremiseRowFault const& fault) { return PremiseFaultText::of(fault); }

QString premiseLineText(core::PremiseRowFault const& fault) {
    return PremiseFaultText::line(fault.line, premiseFaultText(fault));
}

QString premiseTakenText(std::size_t made, std::size_t replaced, std::size_t removed) {
    return PremiseFaultText::taken(made, replaced, removed);
}

QString premiseRefusedText(std::size_t faults) { return PremiseFaultText::refused(faults); }
QString premiseIgnoredText(QStringList const& columns) { return PremiseFaultText::ignored(columns); }

} // namespace ob::ui

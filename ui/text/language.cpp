// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QTranslator>

// A resource of a static library is linked only when it is named, and outside of any namespace.
static void initCatalogues() { Q_INIT_RESOURCE(ui_text_i18n); }

namespace ob::ui {
namespace {

class LanguageText {
    Q_DECLARE_TR_FUNCTIONS(LanguageText)
  public:
    //: The name of the language that this catalogue is in.
    static QString name() { return tr("en"); }
};

constexpr char objectName[] = "ob.language";

} // namespace

bool installLanguage(QCoreApplication& application, std::string_view name) {
    bool const isChinese = name.starts_with("zh");
    if (!isChinese && !name.starts_with("en")) return false;
    delete application.findChild<QTranslator*>(QLatin1String(objectName), Qt::FindDirectChildrenOnly);
    if (!isChinese) return true;
    initCatalogues();
    auto* const translator = new QTranslator(&application);
    translator->setObjectName(QLatin1String(objectName));
    if (translator->load(QStringLiteral(":/i18n/oneboard_zh_CN.qm"))
        && QCoreApplication::installTranslator(translator))
        return true;
    delete translator;
    return false;
}

Language currentLanguage() {
    return LanguageText::name() == QLatin1String("en") ? Language::English : Language::Chinese;
}

} // namespace ob::ui

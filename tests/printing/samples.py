"""Papers about nobody, in every language, with everything on them that a paper can hold."""

from __future__ import annotations

from i18n.language import Language
from printing.document import (
    Block,
    Bullets,
    ByWhen,
    Checklist,
    Document,
    Fact,
    Facts,
    Field,
    Fields,
    Furniture,
    Heading,
    Note,
    NoteKind,
    Paragraph,
    QrCode,
    Slip,
    Span,
    Step,
    Steps,
    Table,
    inline,
)

COMPOUND = "lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas"
NB = "\u00a0"


def furniture(**changes: str) -> Furniture:
    words = {
        "sender": "Asiointipiste Mallila",
        "kind": "Suunnitelma",
        "date": "21.11.2026",
        "foot": "Tehty asiointipisteessä 21.11.2026. Tiedot tarkistettu 2.11.2026, sisältö 2026-11-20.",
    }
    return Furniture(**{**words, **changes})


def phone(digits: str) -> Span:
    return Span(digits, unbroken=True)


def qr(address: str = "https://www.kela.fi/asumistuki", caption: str = "Sama ohje netissä") -> QrCode:
    return QrCode(address, caption, f"QR-koodi. Avaa osoitteen {address.split('://')[1]}.")


def step(number: int, title: str, *blocks: Block) -> Step:
    return Step(inline(title), blocks, number)


def finnish_plan(large: bool = False, easy: bool = False) -> Document:
    passed = Note(
        NoteKind.ATTENTION,
        "Määräaika on mennyt",
        (
            Paragraph(inline("Muuttoilmoitus piti tehdä viimeistään tiistaina 10.11.2026.")),
            Paragraph(inline("Tee se silti heti. Posti tulee vanhaan osoitteeseen, kunnes ilmoitus on tehty.")),
        ),
    )
    now = Steps(
        (
            step(
                1,
                "Tee muuttoilmoitus",
                ByWhen("Tee heti, viimeistään", "maanantaina 23.11.2026"),
                Facts(
                    (
                        Fact("Kenelle", inline("Digi- ja väestötietovirasto")),
                        Fact("Puhelin", inline(phone("0295 536 000"), ", arkisin ", Span("klo" + NB + "9–15"))),
                        Fact("Hinta", inline("maksuton")),
                    )
                ),
                qr("https://www.suomi.fi/muutto"),
            ),
            step(
                2,
                "Hae yleistä asumistukea Kelasta",
                ByWhen(
                    "Hae viimeistään",
                    "torstaina 31.12.2026",
                    inline("Tukea voi saada takautuvasti vain kuukauden ajalta."),
                ),
                Paragraph(inline("Ota mukaan:")),
                Checklist((inline("vuokrasopimus"), inline("palkkakuitti tai eläkepäätös"), inline("tiliote"))),
                Facts((Fact("Missä", inline("Kela, Torikatu 1, Mallila")), Fact("Hinta", inline("maksuton")))),
                Paragraph(inline("Tarkista Kelasta. Emme ole voineet varmistaa tätä tietoa."), minor=True),
                qr(),
            ),
            step(3, "Kerro uusi osoite kotivakuutukseen", Paragraph(inline("Ei kiirettä."))),
        )
    )
    return Document(
        title="Suunnitelma sinulle: muutto Suomessa",
        language=Language.FI,
        furniture=furniture(),
        lead=inline("Sovimme nämä asiat 21.11.2026. Tee ensin kohta 1."),
        blocks=(
            passed,
            Heading(inline("Sinä teet")),
            now,
            Heading(inline("Tulee itsestään")),
            Bullets(
                (inline("Kela saa uuden osoitteesi väestötietojärjestelmästä."), inline("Verottaja saa sen myös."))
            ),
            Heading(inline("Voi koskea sinua")),
            Paragraph(inline("Voit ehkä saada ", Span("muuttoapua", strong=True), ". Hyvinvointialue päättää siitä.")),
            Heading(inline("Aukioloajat")),
            Table(
                (inline("Paikka"), inline("Päivät"), inline("Aika")),
                (
                    (inline("Kela"), inline("ma–pe"), inline("9–15")),
                    (inline("Poliisi"), inline("ti ja to"), inline("8–16.15")),
                ),
                row_headings=True,
            ),
            Heading(inline("Kysy")),
            Paragraph(
                inline(
                    "Asiointipiste Mallila, puhelin ",
                    phone("020 000 0000"),
                    ". Koodi ",
                    Span("7KXM-2QTD-R", strong=True),
                )
            ),
            Slip(
                "Leikkaa tästä",
                (
                    Paragraph(inline(Span("Muista!", strong=True))),
                    Fields((Field("Päivä ja kello"),)),
                    Facts(
                        (
                            Fact("Paikka", inline("Asiointipiste, Torikatu 1")),
                            Fact("Puhelin", inline(phone("020 000 0000"))),
                        )
                    ),
                ),
            ),
        ),
        large=large,
        easy=easy,
    )


def swedish_sheet() -> Document:
    return Document(
        title="Sök allmänt bostadsbidrag",
        language=Language.SV,
        furniture=furniture(
            sender="Servicestället Mallila",
            kind="Anvisning",
            foot="Gjord på servicestället 21.11.2026. Uppgifterna kontrollerade 2.11.2026.",
        ),
        blocks=(
            Paragraph(inline("Du kan ha rätt till bostadsbidrag. FPA avgör saken. Ansökan är avgiftsfri.")),
            Facts(
                (
                    Fact("Telefon", inline(phone("020 000 0000"))),
                    Fact("På finska", inline(Span("yleinen asumistuki", language=Language.FI))),
                )
            ),
            qr("https://www.fpa.fi/bostadsbidrag", "Samma anvisning på nätet"),
        ),
    )


def english_sheet() -> Document:
    return Document(
        title="Apply for general housing allowance",
        language=Language.EN,
        furniture=furniture(
            sender="Service point Mallila",
            kind="Guide",
            date="21 November 2026",
            page_of="Page {page} of {pages}",
            foot="Made 21 November 2026.",
        ),
        blocks=(Paragraph(inline("You may be able to get housing allowance. Kela decides. It costs nothing.")),),
    )


def sami_sheet() -> Document:
    return Document(
        title="Rávvagat dutnje: fárren",
        language=Language.SE,
        furniture=furniture(sender="Áššedikšunbáiki Ohcejohka", kind="Rávvagat", foot="Dahkkojuvvon 21.11.2026."),
        blocks=(
            Paragraph(inline("Č č Đ đ Ŋ ŋ Š š Ŧ ŧ Ž ž Á á. Gáhtten, ođđa, máŋga, ruoŧŧa, čáppat, eaŋgalas, žirt.")),
            Paragraph(inline(Span("Suomeksi: muuttoilmoitus", language=Language.FI))),
        ),
    )


ARABIC_SENTENCE = (
    "تسجيل مكان الإقامة في فنلندا: قدم إشعار الانتقال خلال أسبوع واحد إلى المكتب. هل تحتاج إلى مترجم؟ يمكنك حجز موعد."
)


def arabic_plan() -> Document:
    return Document(
        title="خطتك: الانتقال داخل فنلندا",
        language=Language.AR,
        furniture=furniture(sender="نقطة الخدمة Mallila", kind="خطة", foot="21.11.2026"),
        blocks=(
            Note(NoteKind.ATTENTION, "انتبه", (Paragraph(inline(ARABIC_SENTENCE)),)),
            Heading(inline("ما تفعله أنت")),
            Steps(
                (
                    step(
                        1,
                        "قدم إشعار الانتقال",
                        ByWhen("في موعد أقصاه", "23.11.2026"),
                        Facts(
                            (
                                Fact("الجهة", inline(Span("Digi- ja väestötietovirasto", language=Language.FI))),
                                Fact("الهاتف", inline(phone("+358 295 536 000"))),
                                Fact("السعر", inline("مجاني (0 يورو)")),
                            )
                        ),
                        qr("https://www.suomi.fi/muutto", "نفس التعليمات على الإنترنت"),
                    ),
                    step(2, "أخبر البنك بعنوانك الجديد", Checklist((inline("جواز السفر"), inline("عقد الإيجار")))),
                )
            ),
        ),
    )


ALL = (finnish_plan, swedish_sheet, english_sheet, sami_sheet, arabic_plan)

"""Every error that the desk knows: something in the world went wrong, and we can say what to do.

An error carries an ``id`` and named details, never words: ``i18n.error_words`` turns the id into
what happened, where, and what to do, in the reader's language. Anything that is not a ``DeskError``
is a bug. The tree::

    DeskError
    ├── FolderError                 the encrypted data folder
    │   ├── NoKeySource             no keyring, no passphrase, nobody to ask
    │   ├── KeyringGone             the folder's key should be in the keyring and is not
    │   ├── KeyringSilent           the keyring did not answer in time
    │   ├── KeyringRefused          the keyring is there but would not store or give the key
    │   ├── PassphrasesDiffer       typed twice, not the same
    │   ├── PassphraseTooShort
    │   ├── WrongKey                the key-check value does not match
    │   ├── NotADeskFolder          something else is in that folder
    │   ├── FolderDescriptionBroken folder.json cannot be read
    │   ├── FolderNewer             made by a newer version of the program
    │   ├── FolderMissing           a reading command on a folder that does not exist
    │   ├── RecoveryKeyMistyped     the check characters of a recovery key do not match
    │   ├── StoreMissing            folder.json is there and a store file is not
    │   ├── StoreDamaged            the key is right and the file is not
    │   ├── StoreNewer              the schema is newer than the program
    │   ├── DeskBusy                another desk writes: its process, computer and start are named
    │   ├── StoreLocked             the file stayed locked, and by no desk that we can name
    │   ├── FolderReadOnly
    │   ├── DiskFull
    │   ├── WorkInterrupted         long work in a store was stopped
    │   ├── CopyUnknown, CopyDamaged  a backup that is not there, or cannot be trusted
    │   ├── HeadMistyped            a slip in what was written down of the journal's end
    │   ├── KeepingRefused          a time of keeping that cannot be set
    │   └── DiskFailing             the disk or the network drive stopped answering
    ├── InputError                  what was given to us
    │   ├── FileMissing, FileUnreadable
    │   ├── NotJson                 not JSON, or cut off
    │   ├── NotYaml
    │   ├── NothingToTakeIn         readable, but holds no catalogue object
    │   ├── ArchiveBroken
    │   ├── BadDate, BadLanguage, BadArea, BadCoordinates, BadFacet
    │   ├── BadAgreement            no authority, or days that cannot be
    │   ├── PolicyRefused           a setting of how fresh the catalogue is to be
    │   ├── AnswersBroken           an answers file with an unknown fact or a wrong value
    │   ├── ScriptBroken            a visit script that cannot be run
    │   └── SecretInText            free text holds an identity code, bank code, password …
    ├── ErrandError
    │   ├── ErrandUnknown
    │   ├── ErrandsBroken           definitions that did not pass the checker
    │   ├── BundleMissing           the compiled content is not there
    │   ├── FactUnknown, StepUnknown, CaseUnknown
    │   ├── NoErrandName            a new errand cannot be called that
    │   ├── ErrandExists            … or is there already
    │   ├── NothingOwn              a region's folder with nothing of an errand in it
    │   ├── OwnErrandsUnfit         a region's own errands that the shipped content has outgrown
    │   └── AnswerRefused           a value that the fact does not allow
    ├── CatalogueError
    │   ├── ServiceUnknown
    │   │   └── ServiceWithdrawn    it was here, and the national catalogue has it no longer
    │   ├── SearchUnreadable        a search the index cannot read
    │   ├── ImportCancelled         somebody stopped it; nothing was changed
    │   └── RefreshFellOver         the refresh's process ended without a word
    ├── NetworkError                what is fetched from outside; the desk goes on without it
    │   ├── SourceUnreachable       no connection, or it broke more often than we try
    │   ├── SourceBusy              the source says "later" more often than we try
    │   ├── SourceRefused           the source does not give what was asked for
    │   └── SourceUnreadable        an answer that is not what the source promises
    ├── VisitError
    │   ├── VisitUnknown
    │   ├── VisitEnded              the visit is closed; nothing can be changed
    │   ├── ReasonMissing           another way was chosen, and nobody said why
    │   ├── ModeForbids             as we advise, or act for the citizen, a step is not handled so
    │   ├── NothingToReadBack, NotReadBack      by phone the citizen hears all answers first
    │   ├── NoRemoteService         no agreement for it, or not on that day
    │   ├── MeetingRefused, AddressMissing
    │   ├── RulesWithdrawn          it rests on a rule that was wrong: first the newer rules
    │   ├── NothingToCorrect        nothing that it says was withdrawn
    │   ├── StepsUndecided          it cannot end as handled while steps are open
    │   ├── PlanCodeUnknown
    │   ├── PlanCodeMistyped        the check character does not match
    │   ├── ChainBroken             the journal does not verify
    │   ├── ProjectionsDiffer       what screens read is not what the journal says
    │   └── NothingToUndo
    ├── PersonError                 who the citizen is
    │   ├── PersonRefused           a name, date, contact or identity code that cannot be stored
    │   ├── NobodyNamed             the visit is anonymous
    │   ├── PersonHeld              a mandate names the citizen
    │   └── NotTheSamePerson        facts never go from one person to another
    ├── FollowUpError               after the visit
    │   ├── StepNotInPlan
    │   ├── ExpectedDayMissing      it waits, and nobody said until when
    │   └── DayRefused              the kind says why
    ├── RoleError                   who works here, and who may do what
    │   ├── NotYourRole
    │   ├── NobodySignedIn
    │   ├── RoleNotHeld, RoleNotChosen
    │   ├── MemberUnknown, MemberRefused
    │   ├── IdleMinutesRefused
    │   ├── LastSupervisor          somebody has to be able to keep staff
    │   ├── PinRefused              cannot be chosen
    │   ├── PinWrong, PinNotGiven
    │   └── PinWait                 wrong too often: the next try has to wait
    ├── HandingError                what changes hands
    │   ├── NotInTimeHere           no agreement, and the citizen was not told so
    │   ├── BadDocument             what was said of a document cannot be
    │   ├── DocumentUnknown, DocumentGone, SameAuthority
    │   ├── NotSafeToTell           no way to reach the citizen was called safe
    │   ├── ConsentMissing, GroundMissing, NothingToTell
    │   ├── ReferralUnknown, NotHandedOver, WaitsToBeTaken
    │   └── PaperErased             the paper went with the visit
    ├── NoteError                   the service point's own notes and marks
    │   ├── NoteUnknown
    │   ├── NoteClosed              withdrawn, settled or replaced: it is not written to again
    │   ├── NoteTextLength
    │   └── NoteDayOver             its last day is before today
    ├── PaperError
    │   ├── PaperNotWritten, NoPrinter, PrintRefused
    │   ├── NoDayInPlan             nothing for a calendar
    │   └── GlyphMissing            a character that no shipped font can draw
    └── PackError                   outreach packs, their publishers and the forms in them
        ├── PackDamaged             no pack, cut short, changed, or made wrongly: the kind says which
        ├── PackNewer               the pack, or its errands, need a newer program
        ├── PackKeyUnknown          signed by nobody whom this desk trusts
        ├── PackOlder               what is on the desk is newer
        ├── PackUnreadable          the file or the stick does not let itself be read or written
        ├── NothingToPack
        ├── PublisherKeyRefused     mistyped, or not in the list
        └── FormRefused             no form file, or not on this desk
"""

from __future__ import annotations

from desk.errors.catalogue import (
    CatalogueError as CatalogueError,
    ImportCancelled as ImportCancelled,
    RefreshFellOver as RefreshFellOver,
    SearchUnreadable as SearchUnreadable,
    ServiceUnknown as ServiceUnknown,
    ServiceWithdrawn as ServiceWithdrawn,
)
from desk.errors.errands import (
    AnswerRefused as AnswerRefused,
    BundleMissing as BundleMissing,
    CaseUnknown as CaseUnknown,
    ErrandError as ErrandError,
    ErrandExists as ErrandExists,
    ErrandsBroken as ErrandsBroken,
    ErrandUnknown as ErrandUnknown,
    FactUnknown as FactUnknown,
    NoErrandName as NoErrandName,
    NothingOwn as NothingOwn,
    OwnErrandsUnfit as OwnErrandsUnfit,
    StepUnknown as StepUnknown,
)
from desk.errors.folder import (
    CopyDamaged as CopyDamaged,
    CopyUnknown as CopyUnknown,
    DeskBusy as DeskBusy,
    DiskFailing as DiskFailing,
    DiskFull as DiskFull,
    FolderDescriptionBroken as FolderDescriptionBroken,
    FolderError as FolderError,
    FolderMissing as FolderMissing,
    FolderNewer as FolderNewer,
    FolderReadOnly as FolderReadOnly,
    HeadMistyped as HeadMistyped,
    KeepingRefused as KeepingRefused,
    KeyringGone as KeyringGone,
    KeyringRefused as KeyringRefused,
    KeyringSilent as KeyringSilent,
    NoKeySource as NoKeySource,
    NotADeskFolder as NotADeskFolder,
    PassphrasesDiffer as PassphrasesDiffer,
    PassphraseTooShort as PassphraseTooShort,
    RecoveryKeyMistyped as RecoveryKeyMistyped,
    StoreDamaged as StoreDamaged,
    StoreLocked as StoreLocked,
    StoreMissing as StoreMissing,
    StoreNewer as StoreNewer,
    WorkInterrupted as WorkInterrupted,
    WrongKey as WrongKey,
)
from desk.errors.follow_up import (
    DayRefused as DayRefused,
    ExpectedDayMissing as ExpectedDayMissing,
    FollowUpError as FollowUpError,
    StepNotInPlan as StepNotInPlan,
)
from desk.errors.given import (
    AnswersBroken as AnswersBroken,
    ArchiveBroken as ArchiveBroken,
    BadAgreement as BadAgreement,
    BadArea as BadArea,
    BadCoordinates as BadCoordinates,
    BadDate as BadDate,
    BadFacet as BadFacet,
    BadLanguage as BadLanguage,
    FileMissing as FileMissing,
    FileUnreadable as FileUnreadable,
    InputError as InputError,
    NothingToTakeIn as NothingToTakeIn,
    NotJson as NotJson,
    NotYaml as NotYaml,
    PolicyRefused as PolicyRefused,
    ScriptBroken as ScriptBroken,
    SecretInText as SecretInText,
)
from desk.errors.handing import (
    BadDocument as BadDocument,
    ConsentMissing as ConsentMissing,
    DocumentGone as DocumentGone,
    DocumentUnknown as DocumentUnknown,
    GroundMissing as GroundMissing,
    HandingError as HandingError,
    NotHandedOver as NotHandedOver,
    NothingToTell as NothingToTell,
    NotInTimeHere as NotInTimeHere,
    NotSafeToTell as NotSafeToTell,
    PaperErased as PaperErased,
    ReferralUnknown as ReferralUnknown,
    SameAuthority as SameAuthority,
    WaitsToBeTaken as WaitsToBeTaken,
)
from desk.errors.known import (
    DeskError as DeskError,
)
from desk.errors.mandates import (
    BadMandate as BadMandate,
    CannotGiveMandate as CannotGiveMandate,
    MandateCodeMistyped as MandateCodeMistyped,
    MandateCodeUnknown as MandateCodeUnknown,
    MandateDoesNotAllow as MandateDoesNotAllow,
    MandateError as MandateError,
    MandateUnknown as MandateUnknown,
    NotActingFor as NotActingFor,
    NothingDoneInName as NothingDoneInName,
)
from desk.errors.network import (
    NetworkError as NetworkError,
    SourceBusy as SourceBusy,
    SourceRefused as SourceRefused,
    SourceUnreachable as SourceUnreachable,
    SourceUnreadable as SourceUnreadable,
)
from desk.errors.notes import (
    NoteClosed as NoteClosed,
    NoteDayOver as NoteDayOver,
    NoteError as NoteError,
    NoteTextLength as NoteTextLength,
    NoteUnknown as NoteUnknown,
)
from desk.errors.packs import (
    FormRefused as FormRefused,
    NothingToPack as NothingToPack,
    PackDamaged as PackDamaged,
    PackError as PackError,
    PackKeyUnknown as PackKeyUnknown,
    PackNewer as PackNewer,
    PackOlder as PackOlder,
    PackUnreadable as PackUnreadable,
    PublisherKeyRefused as PublisherKeyRefused,
)
from desk.errors.papers import (
    GlyphMissing as GlyphMissing,
    NoDayInPlan as NoDayInPlan,
    NoPrinter as NoPrinter,
    PaperError as PaperError,
    PaperNotWritten as PaperNotWritten,
    PrintRefused as PrintRefused,
)
from desk.errors.persons import (
    NobodyNamed as NobodyNamed,
    NotTheSamePerson as NotTheSamePerson,
    PersonError as PersonError,
    PersonHeld as PersonHeld,
    PersonRefused as PersonRefused,
)
from desk.errors.roles import (
    IdleMinutesRefused as IdleMinutesRefused,
    LastSupervisor as LastSupervisor,
    MemberRefused as MemberRefused,
    MemberUnknown as MemberUnknown,
    NobodySignedIn as NobodySignedIn,
    NotYourRole as NotYourRole,
    PinNotGiven as PinNotGiven,
    PinRefused as PinRefused,
    PinWait as PinWait,
    PinWrong as PinWrong,
    RoleError as RoleError,
    RoleNotChosen as RoleNotChosen,
    RoleNotHeld as RoleNotHeld,
)
from desk.errors.visits import (
    AddressMissing as AddressMissing,
    ChainBroken as ChainBroken,
    MeetingRefused as MeetingRefused,
    ModeForbids as ModeForbids,
    NoRemoteService as NoRemoteService,
    NothingToCorrect as NothingToCorrect,
    NothingToReadBack as NothingToReadBack,
    NothingToUndo as NothingToUndo,
    NotReadBack as NotReadBack,
    PlanCodeMistyped as PlanCodeMistyped,
    PlanCodeUnknown as PlanCodeUnknown,
    ProjectionsDiffer as ProjectionsDiffer,
    ReasonMissing as ReasonMissing,
    RulesWithdrawn as RulesWithdrawn,
    StepsUndecided as StepsUndecided,
    VisitEnded as VisitEnded,
    VisitError as VisitError,
    VisitUnknown as VisitUnknown,
)

"""Settings read from the environment once, at the door, and passed down."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = ["Settings"]


class Settings(BaseSettings):
    """Where the data live and what the process may do; frozen.

    Environment variables carry the prefix ``SANDING_``: ``SANDING_HOME``, ``SANDING_DATABASE_URL``,
    ``SANDING_SECRET_KEY``.
    """

    model_config = SettingsConfigDict(env_prefix="SANDING_", frozen=True, extra="ignore")

    home: Path = Field(default=Path("sanding-data"))
    database_url: str | None = None
    secret_key: SecretStr | None = None

    @property
    def url(self) -> str:
        """The database's URL: as given, or the SQLite file in ``home``."""
        if self.database_url:
            return self.database_url
        return f"sqlite:///{(self.home / 'sanding.db').resolve()}"
